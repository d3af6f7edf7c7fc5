package io.tracingstarter.instrument.apachehttp;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.web.client.ClientCall;
import io.tracingstarter.web.client.ClientCalls;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A client that propagates the ids and observes its calls, redirects and retries
 * included.
 */
final class ObservedHttpClient extends CloseableHttpClient implements Configurable {

	private final CloseableHttpClient client;

	private final ClientCalls calls;

	ObservedHttpClient(CloseableHttpClient client, ClientCalls calls) {
		this.client = client;
		this.calls = calls;
	}

	/**
	 * Every other method of the class ends here; there is no other that could be asked.
	 */
	@Override
	@SuppressWarnings("deprecation")
	protected CloseableHttpResponse doExecute(@Nullable HttpHost target, ClassicHttpRequest request,
			@Nullable HttpContext context) throws IOException {
		HttpHeaders headers = new HttpHeaders();
		for (Header header : request.getHeaders()) {
			headers.add(header.getName(), (header.getValue() != null) ? header.getValue() : "");
		}
		ClientCall call = this.calls.start(request.getMethod(), uri(target, request), headers);
		Map<String, Header[]> before = new LinkedHashMap<>();
		this.calls.headers().forEach((header) -> before.put(header, request.getHeaders(header)));
		try {
			for (String header : this.calls.headers()) {
				request.removeHeaders(header);
				call.header(header).forEach((value) -> request.addHeader(header, value));
			}
			CloseableHttpResponse response = this.client.execute(target, request, context);
			call.answered(response.getCode());
			return response;
		}
		catch (Throwable ex) {
			call.failed(ex);
			throw ex;
		}
		finally {
			// a request may be executed again, for somebody else
			before.forEach((name, values) -> restore(request, name, values));
		}
	}

	private static void restore(ClassicHttpRequest request, String name, Header[] values) {
		request.removeHeaders(name);
		for (Header value : values) {
			request.addHeader(value);
		}
	}

	/** What is no URI may still be a request; it is known by its host then. */
	private static URI uri(@Nullable HttpHost target, ClassicHttpRequest request) {
		URI host = (target != null) ? URI.create(target.toURI()) : URI.create("");
		try {
			URI uri = request.getUri();
			return (uri.getHost() == null) ? host.resolve(uri) : uri;
		}
		catch (URISyntaxException ex) {
			return host;
		}
	}

	@Override
	public @Nullable RequestConfig getConfig() {
		return (this.client instanceof Configurable configurable) ? configurable.getConfig() : null;
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

	@Override
	public void close(CloseMode mode) {
		this.client.close(mode);
	}

}
