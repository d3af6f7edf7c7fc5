package io.tracingstarter.autoconfigure.correlation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tracingstarter.TracingNames;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.web.ResponseHeaders;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a request gets its correlation id, and who is told.
 *
 * @param header Name of the header that carries the id, in requests, responses and
 * outgoing calls.
 * @param aliases Further header names under which an incoming id is accepted, for example
 * "X-Request-ID".
 * @param acceptIncoming Whether an id that comes with a request is believed. Switch it
 * off at an edge that trusts nobody.
 * @param generator What a new id is made of: trace-id or uuid. A CorrelationIdGenerator
 * bean wins.
 * @param response Headers of the response.
 */
@ConfigurationProperties("tracing.correlation")
public record CorrelationProperties(@DefaultValue(TracingNames.CORRELATION_ID_HEADER) String header,
		@DefaultValue List<String> aliases, @DefaultValue("true") boolean acceptIncoming,
		@DefaultValue("trace-id") Generator generator, @DefaultValue Response response) {

	/**
	 * A header name is a token,
	 * <a href="https://www.rfc-editor.org/rfc/rfc9110#name-tokens">RFC 9110, 5.6.2</a>.
	 */
	private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	/**
	 * Headers that say something else: where a message ends, who sent it, which trace it
	 * belongs to.
	 */
	private static final Set<String> TAKEN = Set.of("authorization", "b3", "baggage", "connection", "content-length",
			"content-type", "cookie", "host", "set-cookie", "traceparent", "tracestate", "transfer-encoding",
			"uber-trace-id", "x-amzn-trace-id", "x-b3-sampled", "x-b3-spanid", "x-b3-traceid");

	/**
	 * Checks the names.
	 * @throws InvalidTracingPropertyException if one cannot be a header name
	 */
	public CorrelationProperties {
		requireHeaderName("tracing.correlation.header", header);
		if (header.equalsIgnoreCase(TracingNames.TRACE_ID_HEADER) && response.traceId()) {
			throw new InvalidTracingPropertyException("tracing.correlation.header", header,
					"responses carry the trace id under this name.",
					"Use another name, or set tracing.correlation.response.trace-id to false.");
		}
		if (TAKEN.contains(header.toLowerCase(Locale.ROOT))) {
			throw new InvalidTracingPropertyException("tracing.correlation.header", header,
					"this header has another meaning.",
					"Use a name of your own, such as " + TracingNames.CORRELATION_ID_HEADER + ".");
		}
		for (int i = 0; i < aliases.size(); i++) {
			requireHeaderName("tracing.correlation.aliases[" + i + "]", aliases.get(i));
		}
	}

	private static void requireHeaderName(String property, String name) {
		if (!HEADER_NAME.matcher(name).matches()) {
			throw new InvalidTracingPropertyException(property, name, "it cannot be the name of an HTTP header.",
					"Use letters, digits and hyphens, such as " + TracingNames.CORRELATION_ID_HEADER + ".");
		}
	}

	/**
	 * The names under which an id may come in.
	 * @return the header, then its aliases
	 */
	public List<String> acceptedHeaders() {
		return Stream.concat(Stream.of(this.header), this.aliases.stream()).toList();
	}

	/**
	 * The headers to answer with.
	 * @return the headers that are switched on
	 */
	public ResponseHeaders responseHeaders() {
		return new ResponseHeaders(this.response.correlationId() ? this.header : null,
				this.response.traceId() ? TracingNames.TRACE_ID_HEADER : null);
	}

	/**
	 * What a new correlation id is made of.
	 */
	public enum Generator {

		/**
		 * The id of the trace, so that one id opens everything.
		 */
		TRACE_ID,

		/**
		 * A random UUID.
		 */
		UUID

	}

	/**
	 * The ids that a response carries.
	 *
	 * @param correlationId Whether the response carries the correlation id.
	 * @param traceId Whether the response carries the trace id, as X-Trace-ID.
	 */
	public record Response(@DefaultValue("true") boolean correlationId, @DefaultValue("true") boolean traceId) {

	}

}
