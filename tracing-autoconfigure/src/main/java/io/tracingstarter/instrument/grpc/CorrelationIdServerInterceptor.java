package io.tracingstarter.instrument.grpc;

import java.util.Collections;
import java.util.Iterator;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdResolver;
import org.jspecify.annotations.Nullable;

/**
 * Accepts or creates the correlation id of a call. Must come before the observation, so
 * that its span starts with the id.
 */
public final class CorrelationIdServerInterceptor implements ServerInterceptor {

	private static final TextMapGetter<Metadata> METADATA = new MetadataGetter();

	private final CorrelationIdResolver resolver;

	/**
	 * Creates the interceptor.
	 * @param resolver decides about what came in
	 */
	public CorrelationIdServerInterceptor(CorrelationIdResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
			ServerCallHandler<Q, R> next) {
		Context context = this.resolver.resolve(Context.current(), headers, METADATA);
		try (Scope scope = CorrelationContext.attach(context)) {
			return new InContext<>(next.startCall(call, headers), context);
		}
	}

	/**
	 * gRPC tells of each event on any thread.
	 */
	private static final class InContext<Q> extends SimpleForwardingServerCallListener<Q> {

		private final Context context;

		InContext(ServerCall.Listener<Q> listener, Context context) {
			super(listener);
			this.context = context;
		}

		private void run(Runnable event) {
			try (Scope scope = CorrelationContext.attach(this.context)) {
				event.run();
			}
		}

		@Override
		public void onMessage(Q message) {
			run(() -> super.onMessage(message));
		}

		@Override
		public void onHalfClose() {
			run(super::onHalfClose);
		}

		@Override
		public void onCancel() {
			run(super::onCancel);
		}

		@Override
		public void onComplete() {
			run(super::onComplete);
		}

		@Override
		public void onReady() {
			run(super::onReady);
		}

	}

	private static final class MetadataGetter implements TextMapGetter<Metadata> {

		@Override
		public Iterable<String> keys(Metadata carrier) {
			return carrier.keys();
		}

		@Override
		public @Nullable String get(@Nullable Metadata carrier, String key) {
			Iterator<String> all = getAll(carrier, key);
			return all.hasNext() ? all.next() : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable Metadata carrier, String key) {
			Metadata.Key<String> name = MetadataKeys.of(key);
			Iterable<String> all = (carrier != null && name != null) ? carrier.getAll(name) : null;
			return (all != null) ? all.iterator() : Collections.emptyIterator();
		}

	}

}
