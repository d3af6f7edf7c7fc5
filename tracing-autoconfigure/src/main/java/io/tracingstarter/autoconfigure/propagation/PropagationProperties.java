package io.tracingstarter.autoconfigure.propagation;

import java.util.List;
import java.util.regex.Pattern;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * In which formats ids cross processes, and to whom they go.
 *
 * @param consume Formats in which an incoming trace is understood: w3c, b3, b3-multi,
 * jaeger, xray. The first of them that names a span counts. By default w3c, b3 and
 * b3-multi.
 * @param produce Formats in which an outgoing call carries the trace: w3c, b3, b3-multi,
 * jaeger, xray. By default w3c.
 * @param hosts Hosts that may receive the ids, without port. "*" is every host,
 * "*.example.com" every host below example.com.
 * @param baggage Baggage that comes with a request or message.
 */
@ConfigurationProperties("tracing.propagation")
public record PropagationProperties(@Nullable List<Format> consume, @Nullable List<Format> produce,
		@DefaultValue("*") List<String> hosts, @DefaultValue Baggage baggage) {

	private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

	/**
	 * Checks the hosts.
	 * @throws InvalidTracingPropertyException if one could never match
	 */
	public PropagationProperties {
		for (int i = 0; i < hosts.size(); i++) {
			if (!HOST.matcher(hosts.get(i)).matches()) {
				throw new InvalidTracingPropertyException("tracing.propagation.hosts[" + i + "]", hosts.get(i),
						"it is not a host.",
						"Write a host without scheme and port, such as orders, *.example.com, 10.0.0.7 or [::1].");
			}
		}
	}

	/**
	 * Which baggage is taken over.
	 *
	 * @param allowedKeys Keys of the entries that are taken over from the "baggage"
	 * header, in any case; "*" for all. Those in management.tracing.baggage.remote-fields
	 * are taken over without being named here.
	 */
	public record Baggage(@DefaultValue List<String> allowedKeys) {

		/** A token, <a href="https://www.w3.org/TR/baggage/#key">Baggage 3.3.1.1</a>. */
		private static final Pattern KEY = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

		/**
		 * Checks the keys.
		 * @throws InvalidTracingPropertyException if one could never match
		 */
		public Baggage {
			for (int i = 0; i < allowedKeys.size(); i++) {
				if (!KEY.matcher(allowedKeys.get(i)).matches()) {
					throw new InvalidTracingPropertyException("tracing.propagation.baggage.allowed-keys[" + i + "]",
							allowedKeys.get(i), "it cannot be a key of baggage.",
							"Use letters, digits and hyphens, such as tenant-id, or * for all keys.");
				}
			}
		}

	}

	/**
	 * A set of headers that carries a trace.
	 */
	public enum Format {

		/**
		 * {@code traceparent} and {@code tracestate} of the W3C.
		 */
		W3C,

		/**
		 * The single header {@code b3} of Zipkin.
		 */
		B3,

		/**
		 * The {@code X-B3-*} headers of Zipkin.
		 */
		B3_MULTI,

		/**
		 * {@code uber-trace-id} of Jaeger.
		 */
		JAEGER,

		/**
		 * {@code X-Amzn-Trace-Id} of AWS X-Ray. In AWS Lambda, also what Lambda itself
		 * says of the invocation.
		 */
		XRAY;

		/** Whether Boot does not know the format. */
		boolean isFurther() {
			return this == JAEGER || this == XRAY;
		}

	}

}
