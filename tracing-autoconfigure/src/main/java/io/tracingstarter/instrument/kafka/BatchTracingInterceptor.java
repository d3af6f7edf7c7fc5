package io.tracingstarter.instrument.kafka;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.MessageBatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Gives a batch a trace of its own, with a link to the trace of each record. Where all
 * records have one correlation id, it is that of the batch; else the batch has its own.
 */
public final class BatchTracingInterceptor implements BatchInterceptor<Object, Object> {

	private final ThreadLocal<MessageBatch> current = new ThreadLocal<>();

	private final Tracer tracer;

	private final RecordCorrelation correlation;

	private final CorrelationIdResolver resolver;

	/**
	 * Creates an interceptor.
	 * @param tracer makes the span of the batch
	 * @param correlation reads the ids that records carry
	 * @param resolver makes the id of a batch
	 */
	public BatchTracingInterceptor(Tracer tracer, RecordCorrelation correlation, CorrelationIdResolver resolver) {
		this.tracer = tracer;
		this.correlation = correlation;
		this.resolver = resolver;
	}

	@Override
	public ConsumerRecords<Object, Object> intercept(ConsumerRecords<Object, Object> records,
			Consumer<Object, Object> consumer) {
		close();
		Set<String> topics = new LinkedHashSet<>();
		List<Context> contexts = new ArrayList<>(records.count());
		for (ConsumerRecord<Object, Object> record : records) {
			topics.add(record.topic());
			contexts.add(this.correlation.contextOf(record));
		}
		this.current.set(MessageBatch.open(this.tracer, this.resolver, "kafka", topics, contexts));
		return records;
	}

	@Override
	public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
		close();
	}

	/**
	 * Leaves the batch open for the error handler, which is called next. It ends with the
	 * next attempt, or the next poll.
	 */
	@Override
	public void failure(ConsumerRecords<Object, Object> records, Exception exception,
			Consumer<Object, Object> consumer) {
		MessageBatch batch = this.current.get();
		if (batch != null) {
			batch.fail(exception);
		}
	}

	@Override
	public void clearThreadState(Consumer<?, ?> consumer) {
		close();
	}

	private void close() {
		MessageBatch batch = this.current.get();
		if (batch != null) {
			this.current.remove();
			batch.close();
		}
	}

}
