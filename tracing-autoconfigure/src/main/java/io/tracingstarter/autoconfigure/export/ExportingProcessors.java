package io.tracingstarter.autoconfigure.export;

import java.util.List;
import java.util.function.Supplier;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.tracingstarter.export.QueueSpanProcessor;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The span processors that lead to an exporter: ours, and those of the SDK. To them a
 * span can be given once more; what another one does with spans nobody knows.
 */
public final class ExportingProcessors implements Supplier<List<SpanProcessor>> {

	private final SingletonSupplier<List<SpanProcessor>> processors;

	ExportingProcessors(ConfigurableListableBeanFactory beanFactory) {
		this.processors = SingletonSupplier.of(() -> beanFactory.getBeanProvider(SpanProcessor.class)
			.orderedStream((type) -> isExporting(type) && !IdleBatchProcessor.isIdle(beanFactory, type))
			.toList());
	}

	private static boolean isExporting(Class<?> type) {
		return QueueSpanProcessor.class.isAssignableFrom(type) || BatchSpanProcessor.class.isAssignableFrom(type)
				|| SimpleSpanProcessor.class.isAssignableFrom(type);
	}

	/**
	 * Returns the processors; the first call creates them.
	 */
	@Override
	public List<SpanProcessor> get() {
		return this.processors.obtain();
	}

}
