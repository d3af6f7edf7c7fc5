package io.tracingstarter.instrument.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Shows a request that waited for a connection: a span {@code getConnection} as long as
 * the wait was. A connection that came at once leaves no span.
 */
public final class PoolWaitListener implements MethodExecutionListener {

	private static final String BEGIN = PoolWaitListener.class.getName();

	private final ThreadLocal<Boolean> waiting = new ThreadLocal<>();

	private final Supplier<@Nullable Tracer> tracer;

	private final Duration threshold;

	/**
	 * Creates a listener.
	 * @param tracer makes the span; {@code null} where there is no tracing
	 * @param threshold how long a wait must be to be shown; one that failed always is
	 */
	public PoolWaitListener(Supplier<@Nullable Tracer> tracer, Duration threshold) {
		this.tracer = tracer;
		this.threshold = threshold;
	}

	@Override
	public void beforeMethod(MethodExecutionContext context) {
		// a DataSource may ask another one
		if (isGetConnection(context) && this.waiting.get() == null) {
			this.waiting.set(true);
			context.addCustomValue(BEGIN, System.nanoTime());
		}
	}

	@Override
	public void afterMethod(MethodExecutionContext context) {
		Long begin = isGetConnection(context) ? context.getCustomValue(BEGIN, Long.class) : null;
		if (begin == null) {
			return;
		}
		this.waiting.remove();
		long took = System.nanoTime() - begin;
		if ((took >= this.threshold.toNanos() || context.getThrown() != null)
				&& Span.current().getSpanContext().isValid()) {
			show(context, took);
		}
	}

	private void show(MethodExecutionContext context, long took) {
		Tracer tracer = this.tracer.get();
		if (tracer == null) {
			return;
		}
		Instant end = Instant.now();
		Span span = tracer.spanBuilder("getConnection")
			.setSpanKind(SpanKind.INTERNAL)
			.setStartTimestamp(end.minusNanos(took))
			.setAttribute("db.client.connection.pool.name", context.getProxyConfig().getDataSourceName())
			.startSpan();
		if (context.getThrown() != null) {
			span.recordException(context.getThrown());
			span.setStatus(StatusCode.ERROR);
		}
		span.end(TimeUnit.SECONDS.toNanos(end.getEpochSecond()) + end.getNano(), TimeUnit.NANOSECONDS);
	}

	private static boolean isGetConnection(MethodExecutionContext context) {
		return context.getTarget() instanceof DataSource && "getConnection".equals(context.getMethod().getName());
	}

}
