package io.tracingstarter.instrument.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.tracingstarter.web.client.ClientCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Adds the ids that no observation has written, or takes away what the host must not see.
 * Must be the last, so that it finds what the others wrote.
 */
public final class OutgoingIdsClientInterceptor implements ClientInterceptor {

	private final ClientCalls calls;

	/**
	 * Creates the interceptor.
	 * @param calls knows what a call must carry
	 */
	public OutgoingIdsClientInterceptor(ClientCalls calls) {
		this.calls = calls;
	}

	@Override
	public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
		String authority = next.authority();
		return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

			@Override
			public void start(Listener<R> listener, Metadata metadata) {
				carry(authority, metadata);
				super.start(listener, metadata);
			}

		};
	}

	private void carry(@Nullable String authority, Metadata metadata) {
		HttpHeaders headers = new HttpHeaders();
		for (String header : this.calls.headers()) {
			Metadata.Key<String> key = MetadataKeys.of(header);
			Iterable<String> values = (key != null) ? metadata.getAll(key) : null;
			if (values != null) {
				values.forEach((value) -> headers.add(header, value));
			}
		}
		this.calls.carry(authority, headers);
		for (String header : this.calls.headers()) {
			Metadata.Key<String> key = MetadataKeys.of(header);
			if (key != null) {
				metadata.removeAll(key);
				headers.getOrEmpty(header).forEach((value) -> metadata.put(key, value));
			}
		}
	}

}
