package io.tracingstarter.export.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import org.jspecify.annotations.Nullable;

/**
 * X-Ray's OTLP endpoint on this machine, no less strict: signatures of the very bytes
 * that came, and the limits of requests and spans.
 */
public final class XRayTestEndpoint implements AutoCloseable {

	public static final String REGION = "eu-central-1";

	public static final String ACCESS_KEY = "AKIDEXAMPLE";

	public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<ExportTraceServiceRequest> accepted = new CopyOnWriteArrayList<>();

	private final List<String> refused = new CopyOnWriteArrayList<>();

	private volatile SignatureCheck check = new SignatureCheck("xray", REGION, ACCESS_KEY, SECRET, null);

	private volatile @Nullable String denial;

	public XRayTestEndpoint() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getRawPath();
		String fault = this.check.fault(path, exchange.getRequestHeaders(), body);
		if (fault == null) {
			fault = this.denial;
		}
		if (fault != null) {
			answer(exchange, 403, fault);
			return;
		}
		boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		byte[] content = gzip ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
		ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(content);
		if (!path.equals("/v1/traces") || content.length > 5_000_000 || spans(request).size() > 10_000
				|| spans(request).stream().anyMatch((span) -> span.getSerializedSize() > 200_000)) {
			answer(exchange, 400, "InvalidRequestException");
			return;
		}
		this.accepted.add(request);
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private void answer(HttpExchange exchange, int status, String error) throws IOException {
		this.refused.add(error);
		// the message quotes the headers, as Amazon's does
		byte[] message = ("{\"message\":\"" + exchange.getRequestHeaders().entrySet() + "\"}")
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("x-amzn-ErrorType", error + ":http://internal.amazon.com/coral/");
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, message.length);
		exchange.getResponseBody().write(message);
		exchange.close();
	}

	/** From now on only the signatures of this key count. */
	public void knowOnly(String accessKey, String secret, @Nullable String token) {
		this.check = new SignatureCheck("xray", REGION, accessKey, secret, token);
	}

	/** From now on refuses also what is signed as it should. */
	public void deny(String error) {
		this.denial = error;
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	public List<ExportTraceServiceRequest> accepted() {
		return this.accepted;
	}

	public List<Span> acceptedSpans() {
		return this.accepted.stream().flatMap((request) -> spans(request).stream()).toList();
	}

	/** The names of the errors that were answered. */
	public List<String> refused() {
		return this.refused;
	}

	private static List<Span> spans(ExportTraceServiceRequest request) {
		return request.getResourceSpansList()
			.stream()
			.flatMap((resource) -> resource.getScopeSpansList().stream())
			.flatMap((scope) -> scope.getSpansList().stream())
			.toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
