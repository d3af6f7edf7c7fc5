package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is believed of the headers in which a trace comes from another process: what their
 * specifications allow, and not what the propagators happen to accept.
 * <p>
 * A header that breaks the rules counts as absent. Safe for use by several threads.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-1/">W3C: Trace Context</a>
 * @see <a href="https://www.w3.org/TR/baggage/">W3C: Baggage</a>
 * @see <a href="https://github.com/openzipkin/b3-propagation">Zipkin: B3 Propagation</a>
 * @see XRayHeader
 */
public final class IncomingHeaders {

	private static final String BAGGAGE = "baggage";

	/** Entries that nobody asked for are of no interest, and no fault of the sender. */
	private static final HeaderRejectionListener NOT_WRONG = (header) -> {
	};

	/**
	 * By name, in the two spellings that propagators ask for.
	 */
	private final Map<String, HeaderRule> rules = new HashMap<>();

	private final HeaderRule baggage;

	private final boolean fields;

	/**
	 * Creates the rules.
	 * @param baggageKeys keys of baggage to take over, in any case; {@code *} for all
	 * @param baggageFields headers that hold one entry of baggage each
	 * @param rejections told of what is not believed, on the request's thread
	 */
	public IncomingHeaders(Collection<String> baggageKeys, Collection<String> baggageFields,
			HeaderRejectionListener rejections) {
		for (String field : baggageFields) {
			add(new HeaderRule(field, FieldValue::believe, false, rejections));
		}
		add(new HeaderRule("traceparent", TraceParentCheck::believe, false, rejections));
		add(new HeaderRule(JaegerPropagator.HEADER, (value) -> JaegerPropagator.parse(value).isValid() ? value : null,
				false, rejections));
		add(new HeaderRule(XRayPropagator.HEADER, (value) -> (XRayHeader.parse(value) != null) ? value : null, false,
				rejections));
		add(new HeaderRule("tracestate", TraceStateLimit::believe, true, rejections));
		this.baggage = new HeaderRule(BAGGAGE, new BaggageFilter(baggageKeys)::believe, true, NOT_WRONG);
		add(new HeaderRule(BAGGAGE, (value) -> null, true, NOT_WRONG));
		add(new HeaderRule("b3", B3Check::single, false, rejections));
		add(new HeaderRule("X-B3-TraceId", B3Check::traceId, false, rejections));
		add(new HeaderRule("X-B3-SpanId", B3Check::spanId, false, rejections));
		add(new HeaderRule("X-B3-Sampled", B3Check::sampled, false, rejections));
		add(new HeaderRule("X-B3-Flags", B3Check::flags, false, rejections));
		this.fields = !baggageFields.isEmpty();
	}

	private void add(HeaderRule rule) {
		this.rules.put(rule.header(), rule);
		this.rules.put(rule.header().toLowerCase(Locale.ROOT), rule);
	}

	/**
	 * The rule of a header.
	 * @param header name as a propagator asks for it
	 * @return the rule; {@code null} where anything is believed
	 */
	@Nullable HeaderRule rule(String header) {
		return this.rules.get(header);
	}

	/**
	 * The rule of the {@code baggage} header. It is not among the others: Boot would look
	 * for no trace in another format once it has found baggage.
	 * @return the rule
	 */
	HeaderRule baggage() {
		return this.baggage;
	}

	/**
	 * Whether entries of baggage leave in headers of their own, which take no character
	 * that the entry cannot have.
	 * @return whether there are such headers
	 */
	boolean hasFields() {
		return this.fields;
	}

}
