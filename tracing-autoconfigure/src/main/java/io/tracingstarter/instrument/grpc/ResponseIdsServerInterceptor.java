package io.tracingstarter.instrument.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.context.Context;
import io.tracingstarter.web.ResponseHeaders;

/**
 * Answers with the ids of a call: in its headers, or in the trailers of an answer that
 * has no headers. Must come after the observation, which knows the ids.
 */
public final class ResponseIdsServerInterceptor implements ServerInterceptor {

	private final ResponseHeaders headers;

	/**
	 * Creates the interceptor.
	 * @param headers the headers to answer with
	 */
	public ResponseIdsServerInterceptor(ResponseHeaders headers) {
		this.headers = headers;
	}

	@Override
	public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
			ServerCallHandler<Q, R> next) {
		Context context = Context.current();
		return next.startCall(new SimpleForwardingServerCall<>(call) {

			private boolean answered;

			@Override
			public void sendHeaders(Metadata response) {
				this.answered = true;
				add(response, context);
				super.sendHeaders(response);
			}

			@Override
			public void close(Status status, Metadata trailers) {
				if (!this.answered) {
					add(trailers, context);
				}
				super.close(status, trailers);
			}

		}, headers);
	}

	private void add(Metadata response, Context context) {
		this.headers.write(context, (name, value) -> {
			Metadata.Key<String> key = MetadataKeys.of(name);
			if (key != null) {
				response.removeAll(key);
				response.put(key, value);
			}
		});
	}

}
