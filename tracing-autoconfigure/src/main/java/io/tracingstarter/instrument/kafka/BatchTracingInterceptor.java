package io.tracingstarter.instrument.kafka;

import java.util.LinkedHashSet;
import java.util.Set;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.tracingstarter.correlation.CorrelationContext;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Gives a batch a trace of its own, with a link to the trace of each record. Where all
 * records have one correlation id, it is that of the batch; else the batch has its own.
 */
public final class BatchTracingInterceptor implements BatchInterceptor<Object, Object> {

	private final ThreadLocal<Batch> current = new ThreadLocal<>();

	private final Tracer tracer;

	private final RecordCorrelation correlation;

	/**
	 * Creates an interceptor.
	 * @param tracer makes the span of the batch
	 * @param correlation reads the ids that records carry
	 */
	public BatchTracingInterceptor(Tracer tracer, RecordCorrelation correlation) {
		this.tracer = tracer;
		this.correlation = correlation;
	}

	@Override
	public ConsumerRecords<Object, Object> intercept(ConsumerRecords<Object, Object> records,
			Consumer<Object, Object> consumer) {
		end(null);
		Set<String> topics = new LinkedHashSet<>();
		Set<@Nullable String> ids = new LinkedHashSet<>();
		SpanBuilder builder = this.tracer.spanBuilder("process")
			.setSpanKind(SpanKind.CONSUMER)
			.setAttribute("messaging.system", "kafka")
			.setAttribute("messaging.operation.type", "process")
			.setAttribute("messaging.operation.name", "process")
			.setAttribute("messaging.batch.message_count", records.count());
		for (ConsumerRecord<Object, Object> record : records) {
			Context context = this.correlation.contextOf(record);
			SpanContext link = Span.fromContext(context).getSpanContext();
			if (link.isValid()) {
				builder.addLink(link);
			}
			topics.add(record.topic());
			ids.add(CorrelationContext.idOf(context));
		}
		String id = (ids.size() == 1) ? ids.iterator().next() : null;
		Context context = (id != null) ? CorrelationContext.with(Context.root(), id)
				: CorrelationContext.withTraceId(Context.root());
		Span span = builder.setParent(context).startSpan();
		if (topics.size() == 1) {
			String topic = topics.iterator().next();
			span.updateName("process " + topic).setAttribute("messaging.destination.name", topic);
		}
		this.current.set(new Batch(span, CorrelationContext.attach(context.with(span))));
		return records;
	}

	@Override
	public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
		end(null);
	}

	@Override
	public void failure(ConsumerRecords<Object, Object> records, Exception exception,
			Consumer<Object, Object> consumer) {
		end(exception);
	}

	@Override
	public void clearThreadState(Consumer<?, ?> consumer) {
		end(null);
	}

	private void end(@Nullable Exception exception) {
		Batch batch = this.current.get();
		if (batch == null) {
			return;
		}
		this.current.remove();
		batch.scope().close();
		if (exception != null) {
			batch.span().recordException((exception.getCause() != null) ? exception.getCause() : exception);
			batch.span().setStatus(StatusCode.ERROR);
		}
		batch.span().end();
	}

	private record Batch(Span span, Scope scope) {
	}

}
