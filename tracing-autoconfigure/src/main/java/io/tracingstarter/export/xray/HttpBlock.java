package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * What was asked over HTTP, what was answered, and whose fault it was. Knows the names of
 * OpenTelemetry's conventions, today's and earlier, and those of Spring Boot.
 */
final class HttpBlock {

	private static final Field METHOD = Field.of("http.request.method", "http.method", "method");

	private static final Field URL = Field.of("url.full", "http.url");

	private static final Field SCHEME = Field.of("url.scheme", "http.scheme");

	private static final Field HOST = Field.of("http.host", "server.address", "net.host.name");

	private static final Field PORT = Field.of("server.port", "net.host.port");

	private static final Field TARGET = Field.of("url.path", "http.target");

	private static final Field USER_AGENT = Field.of("user_agent.original", "http.user_agent");

	private static final Field FORWARDED_FOR = Field.of("http.client_ip", "client.address");

	private static final Field PEER = Field.of("network.peer.address", "net.sock.peer.addr", "net.peer.ip");

	private static final Field STATUS = Field.of("http.response.status_code", "http.status_code", "status");

	private static final Field ERROR = Field.of(TracingNames.XRAY_ERROR_ATTRIBUTE);

	private static final Field THROTTLE = Field.of(TracingNames.XRAY_THROTTLE_ATTRIBUTE);

	private static final Field LENGTH = Field.of("http.response.body.size", "http.response_content_length");

	/** Names whose values are in the block, whole. */
	static final Collection<String> NAMES = Stream.of(METHOD, SCHEME, TARGET, FORWARDED_FOR, PEER, STATUS, LENGTH)
		.map(Field::names)
		.flatMap(Stream::of)
		.toList();

	/** Names whose values may be cut in the block. */
	static final Collection<String> LONG_NAMES = Stream.of(URL, USER_AGENT)
		.map(Field::names)
		.flatMap(Stream::of)
		.toList();

	private HttpBlock() {
	}

	/**
	 * Writes the block where a span has to do with HTTP.
	 * @return whether it has
	 */
	static boolean write(SpanData span, Facts facts, JsonBytes json) {
		String method = METHOD.text(facts);
		long status = status(facts);
		if (method == null && status < 0) {
			return false;
		}
		int http = json.begin("http", '{');
		int request = json.begin("request", '{');
		text(json, "method", method);
		text(json, "url", url(facts));
		text(json, "user_agent", USER_AGENT.text(facts));
		client(span, facts, json);
		json.end(request, '}');
		int response = json.begin("response", '{');
		number(json, "status", status);
		number(json, "content_length", LENGTH.number(facts));
		json.end(response, '}');
		json.end(http, '}');
		return true;
	}

	private static void client(SpanData span, Facts facts, JsonBytes json) {
		String forwarded = FORWARDED_FOR.text(facts);
		String address = (forwarded != null) ? forwarded : PEER.text(facts);
		text(json, "client_ip", address);
		// of a request to the service: a subsegment must not have it
		if (forwarded != null && span.getKind() == SpanKind.SERVER) {
			json.name("x_forwarded_for").bool(true);
		}
	}

	private static @Nullable String url(Facts facts) {
		String url = URL.text(facts);
		String target = TARGET.text(facts);
		String host = HOST.text(facts);
		if (url != null || target == null || host == null) {
			return (url != null) ? url : target;
		}
		long port = PORT.number(facts);
		String scheme = SCHEME.text(facts);
		String known = (scheme != null) ? scheme : (port == 443) ? "https" : "http";
		return known + "://" + host + ((port > 0 && host.indexOf(':') < 0) ? ":" + port : "") + target;
	}

	/**
	 * Writes {@code error}, {@code throttle} or {@code fault}: by the status, or as the
	 * X-Ray SDK was told.
	 * @return whether there is one
	 */
	static boolean writeBlame(SpanData span, Facts facts, JsonBytes json) {
		long status = status(facts);
		boolean throttle = status == 429 || THROTTLE.flag(facts);
		boolean error = throttle || (status >= 400 && status < 500) || ERROR.flag(facts);
		boolean fault = status >= 500 || (!error && span.getStatus().getStatusCode() == StatusCode.ERROR);
		if (error) {
			json.name("error").bool(true);
		}
		if (throttle) {
			json.name("throttle").bool(true);
		}
		if (fault) {
			json.name("fault").bool(true);
		}
		return error || fault;
	}

	private static long status(Facts facts) {
		long status = STATUS.number(facts);
		return (status >= 100 && status < 600) ? status : -1;
	}

	private static void text(JsonBytes json, String name, @Nullable String value) {
		if (value != null) {
			json.name(name).string(value, Limits.TEXT);
		}
	}

	private static void number(JsonBytes json, String name, long value) {
		if (value >= 0) {
			json.name(name).number(value);
		}
	}

}
