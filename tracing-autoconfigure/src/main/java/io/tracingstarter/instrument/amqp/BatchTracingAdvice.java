package io.tracingstarter.instrument.amqp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.MessageBatch;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;

/**
 * Gives a batch a trace of its own, with a link to the trace of each message. Where all
 * messages have one correlation id, it is that of the batch; else the batch has its own.
 * <p>
 * Stands around the listener of a container, whose observation knows single messages
 * only.
 */
public final class BatchTracingAdvice implements MethodInterceptor {

	private final Tracer tracer;

	private final TextMapPropagator propagator;

	private final CorrelationIdResolver resolver;

	/**
	 * Creates an advice.
	 * @param tracer makes the span of a batch
	 * @param propagator reads the trace that a message carries
	 * @param resolver decides about the correlation id that it carries
	 */
	public BatchTracingAdvice(Tracer tracer, TextMapPropagator propagator, CorrelationIdResolver resolver) {
		this.tracer = tracer;
		this.propagator = propagator;
		this.resolver = resolver;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		@Nullable Object[] arguments = invocation.getArguments();
		if (arguments.length != 2 || !(arguments[1] instanceof List<?> messages)) {
			return invocation.proceed();
		}
		try (MessageBatch batch = open(messages)) {
			try {
				return invocation.proceed();
			}
			catch (Throwable ex) {
				batch.fail(ex);
				throw ex;
			}
		}
	}

	private MessageBatch open(List<?> messages) {
		Set<String> queues = new LinkedHashSet<>();
		List<Context> contexts = new ArrayList<>(messages.size());
		for (Object element : messages) {
			if (element instanceof Message message) {
				String queue = message.getMessageProperties().getConsumerQueue();
				queues.add((queue != null) ? queue : "");
				contexts.add(contextOf(message));
			}
		}
		return MessageBatch.open(this.tracer, this.resolver, "rabbitmq", queues, contexts);
	}

	private Context contextOf(Message message) {
		Context trace = this.propagator.extract(CorrelationContext.withTraceId(Context.root()), message,
				MessageHeaders.GETTER);
		String id = this.resolver.received(message, MessageHeaders.GETTER);
		return (id != null) ? CorrelationContext.with(trace, id) : trace;
	}

}
