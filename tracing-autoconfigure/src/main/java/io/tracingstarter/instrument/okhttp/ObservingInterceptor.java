package io.tracingstarter.instrument.okhttp;

import java.io.IOException;

import io.opentelemetry.context.Scope;
import io.tracingstarter.web.client.ClientCall;
import io.tracingstarter.web.client.ClientCalls;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

import org.springframework.http.HttpHeaders;

/**
 * Propagates the ids and observes a call, redirects and retries included.
 */
final class ObservingInterceptor implements Interceptor {

	private final ClientCalls calls;

	private final OkHttpCallers callers;

	ObservingInterceptor(ClientCalls calls, OkHttpCallers callers) {
		this.calls = calls;
		this.callers = callers;
	}

	@Override
	public Response intercept(Chain chain) throws IOException {
		try (Scope scope = this.callers.resume(chain.call())) {
			Request request = chain.request();
			HttpHeaders headers = new HttpHeaders();
			request.headers().toMultimap().forEach(headers::addAll);
			ClientCall call = this.calls.start(request.method(), request.url().uri(), headers);
			try {
				Response response = chain.proceed(withIds(request, call));
				call.answered(response.code());
				return response;
			}
			catch (Throwable ex) {
				call.failed(ex);
				throw ex;
			}
		}
	}

	private Request withIds(Request request, ClientCall call) {
		Request.Builder builder = request.newBuilder();
		for (String header : this.calls.headers()) {
			builder.removeHeader(header);
			call.header(header).forEach((value) -> builder.addHeader(header, value));
		}
		return builder.build();
	}

}
