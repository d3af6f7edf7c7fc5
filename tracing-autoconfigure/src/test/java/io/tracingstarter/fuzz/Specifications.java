package io.tracingstarter.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the specifications allow, written down from their grammars as expressions, and
 * knowing nothing of the code that is to obey them.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-1/">W3C: Trace Context</a>
 * @see <a href="https://www.w3.org/TR/baggage/">W3C: Baggage</a>
 * @see <a href="https://github.com/openzipkin/b3-propagation">B3 Propagation</a>
 * @see <a href=
 * "https://www.jaegertracing.io/sdk-migration/#propagation-format">Jaeger</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">X-Ray</a>
 */
final class Specifications {

	static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

	static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

	private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

	private static final Pattern TRACEPARENT = Pattern.compile(
			"(?!ff)(?<version>[0-9a-f]{2})-(?<trace>(?!0{32})[0-9a-f]{32})-(?<span>(?!0{16})[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<future>-.*)?",
			Pattern.DOTALL);

	private static final Pattern B3 = Pattern.compile(
			"(?<trace>(?!0+-)(?:[0-9a-f]{32}|[0-9a-f]{16}))-(?<span>(?!0{16})[0-9a-f]{16})(?:-(?<state>[01d])(?:-(?!0{16})[0-9a-f]{16})?)?");

	private static final Pattern B3_TRACE_ID = Pattern.compile("(?!0+$)([0-9a-f]{32}|[0-9a-f]{16})");

	private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

	private static final Pattern UBER = Pattern.compile(
			"(?<trace>(?!0+:)\\p{XDigit}{1,32}):(?<span>(?!0+:)\\p{XDigit}{1,16}):\\p{XDigit}{1,16}:\\p{XDigit}{1,2}");

	private static final Pattern AMZN_ROOT = Pattern.compile("Root=1-([0-9a-f]{8})-([0-9a-f]{24})");

	private static final Pattern AMZN_FIELD = Pattern.compile(
			"|Root=1-(?!0{8}-0{24})[0-9a-f]{8}-[0-9a-f]{24}|Parent=(?!0{16})[0-9a-f]{16}|Sampled=[01?]|(?!Root=|Parent=|Sampled=)[^=]+=.*",
			Pattern.DOTALL);

	/** A key of level 1 or of level 2 of the specification. */
	private static final String STATE_KEY = "[a-z0-9][a-z0-9_*/@-]{0,255}";

	private static final String STATE_VALUE = "[ -+\\--<>-~]{0,255}[!-+\\--<>-~]";

	private static final Pattern TRACESTATE = Pattern.compile(
			"(?:" + STATE_KEY + "=" + STATE_VALUE + ")(?:[ \\t]*,[ \\t]*" + STATE_KEY + "=" + STATE_VALUE + "){0,31}");

	private static final Pattern BAGGAGE_ENTRY = Pattern.compile(
			"[ \\t]*(?<key>[!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \\t]*=[ \\t]*(?<value>[!#-+\\--:<-\\[\\]-~]*)[ \\t]*(?:;.*)?");

	private Specifications() {
	}

	/**
	 * A caller's span.
	 *
	 * @param traceId 32 digits
	 * @param spanId 16 digits
	 */
	record Parent(String traceId, String spanId) {

	}

	/**
	 * The parent that a request names.
	 * @param headers values by name
	 * @return the parent, empty where no header says which
	 */
	static Optional<Parent> parent(Map<String, List<String>> headers) {
		return w3c(headers).or(() -> b3(headers))
			.or(() -> multi(headers))
			.or(() -> jaeger(headers))
			.or(() -> amzn(headers));
	}

	/**
	 * The trace that a request belongs to, whether or not it names a parent.
	 * @param headers values by name
	 * @return its id, empty where no header says which
	 */
	static Optional<String> trace(Map<String, List<String>> headers) {
		return parent(headers).map(Parent::traceId).or(() -> amznFields(headers).map((fields) -> fields.get("Root")));
	}

	private static Optional<Parent> w3c(Map<String, List<String>> headers) {
		return only(headers, "traceparent").map(TRACEPARENT::matcher)
			.filter(Matcher::matches)
			.filter((matcher) -> !"00".equals(matcher.group("version")) || matcher.group("future") == null)
			.map(Specifications::named);
	}

	private static Optional<Parent> b3(Map<String, List<String>> headers) {
		return only(headers, "b3").map(B3::matcher).filter(Matcher::matches).map(Specifications::named);
	}

	private static Optional<Parent> multi(Map<String, List<String>> headers) {
		return only(headers, "X-B3-TraceId").filter((id) -> B3_TRACE_ID.matcher(id).matches())
			.flatMap((traceId) -> only(headers, "X-B3-SpanId").filter((id) -> SPAN_ID.matcher(id).matches())
				.map((spanId) -> parent(traceId, spanId)));
	}

	private static Optional<Parent> jaeger(Map<String, List<String>> headers) {
		return only(headers, "uber-trace-id").filter((value) -> value.length() <= 128)
			.map((value) -> value.replaceAll("%3[Aa]", ":"))
			.map(UBER::matcher)
			.filter(Matcher::matches)
			.map(Specifications::named);
	}

	private static Optional<Parent> amzn(Map<String, List<String>> headers) {
		return amznFields(headers).filter((fields) -> fields.containsKey("Parent"))
			.map((fields) -> new Parent(fields.get("Root"), fields.get("Parent")));
	}

	private static Optional<Map<String, String>> amznFields(Map<String, List<String>> headers) {
		String header = only(headers, "X-Amzn-Trace-Id").filter((value) -> value.length() <= 1024).orElse("");
		Map<String, String> fields = new HashMap<>();
		for (String part : header.split(";")) {
			String field = part.replaceAll("^[ \t]+|[ \t]+$", "");
			String name = field.replaceFirst("(?s)=.*", "");
			if (!AMZN_FIELD.matcher(field).matches()
					|| (List.of("Root", "Parent", "Sampled").contains(name) && fields.containsKey(name))) {
				return Optional.empty();
			}
			Matcher root = AMZN_ROOT.matcher(field);
			fields.put(name, root.matches() ? root.group(1) + root.group(2) : field.substring(field.indexOf('=') + 1));
		}
		return fields.containsKey("Root") ? Optional.of(fields) : Optional.empty();
	}

	private static Parent named(Matcher matcher) {
		return parent(matcher.group("trace"), matcher.group("span"));
	}

	private static Parent parent(String traceId, String spanId) {
		return new Parent("0".repeat(32 - traceId.length()) + traceId.toLowerCase(Locale.ROOT),
				"0".repeat(16 - spanId.length()) + spanId.toLowerCase(Locale.ROOT));
	}

	private static Optional<String> only(Map<String, List<String>> headers, String name) {
		List<String> values = headers.getOrDefault(name, List.of());
		return (values.size() == 1) ? Optional.of(values.get(0)) : Optional.empty();
	}

	/**
	 * Whether a header may be sent to others.
	 * @param name name of the header
	 * @param value its value
	 * @return whether it is printable and within the limits of its specification
	 */
	static boolean isOnward(String name, String value) {
		return PRINTABLE.matcher(value).matches() && switch (name) {
			case "tracestate" -> isTracestate(value);
			case "baggage" -> value.length() <= 8192 && value.split(",").length <= 64;
			default -> value.length() <= 128;
		};
	}

	private static boolean isTracestate(String value) {
		return value.length() <= 512 && TRACESTATE.matcher(value).matches();
	}

	/**
	 * The values that an entry of baggage may have.
	 * @param headers values by name
	 * @param key the entry's key, in lower case
	 * @return its values, decoded
	 */
	static Set<String> baggage(Map<String, List<String>> headers, String key) {
		return headers.getOrDefault("baggage", List.of())
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(BAGGAGE_ENTRY::matcher)
			.filter((matcher) -> matcher.matches() && matcher.group("key").toLowerCase(Locale.ROOT).equals(key))
			.map((matcher) -> decode(matcher.group("value")))
			.filter((value) -> value != null && value.chars().noneMatch(Character::isISOControl))
			.collect(Collectors.toSet());
	}

	private static @Nullable String decode(String value) {
		try {
			return java.net.URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static Optional<String> correlationId(Map<String, List<String>> headers, List<String> names) {
		for (String name : names) {
			if (headers.containsKey(name)) {
				return only(headers, name).filter((id) -> CORRELATION_ID.matcher(id).matches());
			}
		}
		return Optional.empty();
	}

}
