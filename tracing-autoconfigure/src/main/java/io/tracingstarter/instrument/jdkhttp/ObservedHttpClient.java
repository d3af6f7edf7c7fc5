package io.tracingstarter.instrument.jdkhttp;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.tracingstarter.web.client.ClientCall;
import io.tracingstarter.web.client.ClientCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A client that propagates the ids and observes its calls. A web socket is left alone.
 */
final class ObservedHttpClient extends HttpClient {

	private final HttpClient client;

	private final ClientCalls calls;

	ObservedHttpClient(HttpClient client, ClientCalls calls) {
		this.client = client;
		this.calls = calls;
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
			throws IOException, InterruptedException {
		ClientCall call = start(request);
		try {
			HttpResponse<T> response = this.client.send(withIds(request, call), handler);
			call.answered(response.statusCode());
			return response;
		}
		catch (Throwable ex) {
			call.failed(ex);
			throw ex;
		}
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		return sendAsync(request, handler, null);
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler,
			@Nullable PushPromiseHandler<T> pushPromiseHandler) {
		ClientCall call = start(request);
		try {
			return CallFuture.of(call, this.client.sendAsync(withIds(request, call), handler, pushPromiseHandler));
		}
		catch (RuntimeException ex) {
			call.failed(ex);
			throw ex;
		}
	}

	private ClientCall start(HttpRequest request) {
		HttpHeaders headers = new HttpHeaders();
		request.headers().map().forEach(headers::addAll);
		return this.calls.start(request.method(), request.uri(), headers);
	}

	private HttpRequest withIds(HttpRequest request, ClientCall call) {
		HttpRequest.Builder builder = HttpRequest.newBuilder(request,
				(name, value) -> this.calls.headers().stream().noneMatch(name::equalsIgnoreCase));
		for (String header : this.calls.headers()) {
			call.header(header).forEach((value) -> builder.header(header, value));
		}
		return builder.build();
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return this.client.cookieHandler();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return this.client.connectTimeout();
	}

	@Override
	public Redirect followRedirects() {
		return this.client.followRedirects();
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return this.client.proxy();
	}

	@Override
	public SSLContext sslContext() {
		return this.client.sslContext();
	}

	@Override
	public SSLParameters sslParameters() {
		return this.client.sslParameters();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return this.client.authenticator();
	}

	@Override
	public Version version() {
		return this.client.version();
	}

	@Override
	public Optional<Executor> executor() {
		return this.client.executor();
	}

	@Override
	public WebSocket.Builder newWebSocketBuilder() {
		return this.client.newWebSocketBuilder();
	}

	// the rest overrides what Java 21 added

	public void shutdown() {
		HttpClientLifecycle.shutdown(this.client);
	}

	public void shutdownNow() {
		HttpClientLifecycle.shutdownNow(this.client);
	}

	public boolean awaitTermination(Duration duration) throws InterruptedException {
		return HttpClientLifecycle.awaitTermination(this.client, duration);
	}

	public boolean isTerminated() {
		return HttpClientLifecycle.isTerminated(this.client);
	}

	public void close() {
		HttpClientLifecycle.close(this.client);
	}

}
