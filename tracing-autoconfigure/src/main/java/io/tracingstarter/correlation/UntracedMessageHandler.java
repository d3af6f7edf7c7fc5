package io.tracingstarter.correlation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the correlation id from a sender of messages to their listeners where no tracer
 * does it.
 */
public final class UntracedMessageHandler implements ObservationHandler<Observation.Context> {

	private final ThreadLocal<@Nullable Deque<Scope>> scopes = new ThreadLocal<>();

	private final TextMapPropagator propagator;

	private final Predicate<Observation.Context> messages;

	/**
	 * Creates a handler.
	 * @param propagator knows the headers
	 * @param messages tells the contexts of messages from others; each that it accepts is
	 * a {@link SenderContext} or a {@link ReceiverContext}
	 */
	public UntracedMessageHandler(TextMapPropagator propagator, Predicate<Observation.Context> messages) {
		this.propagator = propagator;
		this.messages = messages;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.messages.test(context);
	}

	@Override
	public void onStart(Observation.Context context) {
		if (context instanceof SenderContext<?> sender) {
			send(sender);
		}
		else if (context instanceof ReceiverContext<?> receiver) {
			context.put(Received.class, new Received(receive(receiver)));
		}
	}

	private <C> void send(SenderContext<C> sender) {
		this.propagator.inject(Context.current(), sender.getCarrier(), (carrier, name, value) -> {
			if (carrier != null) {
				sender.getSetter().set(carrier, name, value);
			}
		});
	}

	private <C> Context receive(ReceiverContext<C> receiver) {
		Context context = this.propagator.extract(Context.root(), receiver.getCarrier(), new HeaderGetter<>(receiver));
		return (CorrelationContext.ownIdOf(context) != null) ? context
				: CorrelationContext.with(context, RandomIds.next());
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		Received received = context.get(Received.class);
		if (received != null) {
			Deque<Scope> open = this.scopes.get();
			if (open == null) {
				open = new ArrayDeque<>();
				this.scopes.set(open);
			}
			open.push(CorrelationContext.attach(received.context()));
		}
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		Deque<Scope> open = this.scopes.get();
		if (open != null && context.get(Received.class) != null) {
			open.pop().close();
			if (open.isEmpty()) {
				this.scopes.remove();
			}
		}
	}

	private record Received(Context context) {
	}

	private record HeaderGetter<C>(ReceiverContext<C> receiver) implements TextMapGetter<C> {

		@Override
		public Iterable<String> keys(C carrier) {
			return List.of();
		}

		@Override
		public @Nullable String get(@Nullable C carrier, String key) {
			return (carrier != null) ? this.receiver.getGetter().get(carrier, key) : null;
		}

	}

}
