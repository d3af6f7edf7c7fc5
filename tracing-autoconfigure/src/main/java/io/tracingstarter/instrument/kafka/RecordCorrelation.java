package io.tracingstarter.instrument.kafka;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.CorrelationScope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives each record of a batch its own correlation id while it is worked on.
 *
 * <pre>{@code
 * for (ConsumerRecord<String, String> record : records) {
 *     try (CorrelationScope scope = this.correlation.open(record)) {
 *         this.orders.accept(record.value());
 *     }
 * }
 * }</pre>
 */
public final class RecordCorrelation {

	private final TextMapPropagator propagator;

	private final CorrelationIdResolver resolver;

	/**
	 * Creates the helper.
	 * @param propagator reads the trace that a record carries
	 * @param resolver decides about the correlation id that it carries
	 */
	public RecordCorrelation(TextMapPropagator propagator, CorrelationIdResolver resolver) {
		this.propagator = propagator;
		this.resolver = resolver;
	}

	/**
	 * Opens the scope of a record, to be closed on this thread.
	 * @param record the record
	 * @return a scope with the id that came with the record, or that of its trace; one
	 * that brought neither has the id of its batch
	 */
	public CorrelationScope open(ConsumerRecord<?, ?> record) {
		String id = CorrelationContext.idOf(contextOf(record));
		return CorrelationScope.openOrCreate((id != null) ? id : CorrelationContext.idOf(Context.current()));
	}

	Context contextOf(ConsumerRecord<?, ?> record) {
		Context trace = this.propagator.extract(CorrelationContext.withTraceId(Context.root()), record,
				RecordHeaders.GETTER);
		String id = this.resolver.received(record, RecordHeaders.GETTER);
		return (id != null) ? CorrelationContext.with(trace, id) : trace;
	}

}
