package io.tracingstarter.correlation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a listener takes together: a trace of their own, with a link to the trace
 * of each. Where all have one correlation id, it is that of the batch; else the batch has
 * its own. To be closed on the thread that opened it.
 */
public final class MessageBatch implements AutoCloseable {

	private final Span span;

	private final Scope scope;

	private MessageBatch(Span span, Context context) {
		this.span = span;
		this.scope = CorrelationContext.attach(context);
	}

	/**
	 * Opens a batch.
	 * @param tracer makes its span; one that makes none leaves a batch with an id
	 * @param resolver makes its id
	 * @param system name of the broker's kind in the
	 * <a href="https://opentelemetry.io/docs/specs/semconv/messaging/">semantic
	 * conventions</a>
	 * @param destinations where the messages came from
	 * @param messages what each message brought
	 * @return the batch
	 */
	public static MessageBatch open(Tracer tracer, CorrelationIdResolver resolver, String system,
			Set<String> destinations, List<Context> messages) {
		String destination = (destinations.size() == 1) ? destinations.iterator().next() : null;
		SpanBuilder builder = tracer.spanBuilder((destination != null) ? "process " + destination : "process")
			.setSpanKind(SpanKind.CONSUMER)
			.setAttribute("messaging.system", system)
			.setAttribute("messaging.operation.type", "process")
			.setAttribute("messaging.operation.name", "process")
			.setAttribute("messaging.batch.message_count", messages.size());
		if (destination != null) {
			builder.setAttribute("messaging.destination.name", destination);
		}
		Set<@Nullable String> ids = new LinkedHashSet<>();
		for (Context message : messages) {
			SpanContext link = Span.fromContext(message).getSpanContext();
			if (link.isValid()) {
				builder.addLink(link);
			}
			ids.add(CorrelationContext.idOf(message));
		}
		String id = (ids.size() == 1) ? ids.iterator().next() : null;
		Context context = (id != null) ? CorrelationContext.with(Context.root(), id)
				: resolver.create(CorrelationContext.withTraceId(Context.root()));
		Span span = builder.setParent(context).startSpan();
		Context current = context.with(span);
		return new MessageBatch(span, (CorrelationContext.idOf(current) != null) ? current
				: CorrelationContext.with(current, RandomIds.next()));
	}

	/**
	 * Ends the span of a batch that failed. What is logged about it until the batch is
	 * closed still has its ids.
	 * @param exception why it failed
	 */
	public void fail(Throwable exception) {
		this.span.recordException((exception.getCause() != null) ? exception.getCause() : exception);
		this.span.setStatus(StatusCode.ERROR);
		this.span.end();
	}

	@Override
	public void close() {
		this.scope.close();
		this.span.end();
	}

}
