package io.tracingstarter.fuzz;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes values for a header: right ones, right ones with a fault, and noise.
 */
final class HostileValues {

	private static final String HEX = "0123456789abcdef";

	private static final String NASTY = "\0\t\n\r \"%&',;:=<>\\{}-_@~\u007f\u0080\u0085\u009b\u00a0\u00e9\u00ff$";

	private final SplittableRandom random;

	HostileValues(SplittableRandom random) {
		this.random = random;
	}

	String value(String header) {
		return switch (this.random.nextInt(10)) {
			case 0 -> noise(this.random.nextInt(60));
			case 1 -> noise(1).repeat(this.random.nextInt(3000));
			case 2 -> broken(broken(plausible(header)));
			case 3, 4 -> broken(plausible(header));
			default -> plausible(header);
		};
	}

	private String plausible(String header) {
		return switch (header) {
			case "traceparent" -> version() + "-" + id(32) + "-" + id(16) + "-"
					+ pick("00", "01", "03", "ff", "0g", "1") + pick("", "", "", "-", "-future", ".future");
			case "tracestate" -> list(1 + rare(60), () -> key() + pick("=", "=", "=", "") + stateValue());
			case "baggage" -> list(1 + rare(120), this::entry);
			case "b3" -> pick(id(pick(32, 16)) + "-" + id(16), id(pick(32, 16)) + "-" + id(16), "")
					+ pick("", "-1", "-0", "-d", "-1-" + id(16), "0", "-x", "-1-", "--" + id(16));
			case "X-B3-TraceId" -> id(pick(32, 16));
			case "X-B3-SpanId", "X-B3-ParentSpanId" -> id(16);
			case "X-B3-Sampled" -> pick("0", "1", "true", "false", "d", "2", "TRUE", "");
			case "X-B3-Flags" -> pick("1", "0", "2", "01", "");
			case "uber-trace-id" -> id(pick(32, 16, 31, 33, 1, 0)) + colon() + id(pick(16, 16, 15, 17, 1, 0)) + colon()
					+ pick("0", "0", id(16), "zz") + colon() + pick("0", "1", "1", "3", "fff", "");
			case "X-Amzn-Trace-Id" -> pick("", "", "Self=1-" + id(8) + "-" + id(24) + ";") + "Root=1-" + id(8) + "-"
					+ id(24) + pick("", ";", "; Parent=" + id(16), ";Parent=" + id(16), ";Parent=" + id(16))
					+ pick("", ";Sampled=1", ";Sampled=0", ";Sampled=?", ";Sampled=2", ";Lineage=1:a:0", ";x");
			default -> pick(id(32), "order-" + this.random.nextInt(1000), "a".repeat(127 + this.random.nextInt(3)), "");
		};
	}

	private String version() {
		return pick("00", "00", "00", "00", "00", "00", "00", "00", "01", "cc", "ff", "FF", "0", "000", "g0");
	}

	private String id(int length) {
		return switch (this.random.nextInt(24)) {
			case 0 -> "0".repeat(length);
			case 1 -> hex(Math.max(0, length - 1));
			case 2 -> hex(length + 1);
			case 3 -> hex(length).toUpperCase(Locale.ROOT);
			default -> hex(length);
		};
	}

	private String hex(int length) {
		return text(length, HEX);
	}

	private String text(int length, String alphabet) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(alphabet.charAt(this.random.nextInt(alphabet.length())));
		}
		return text.toString();
	}

	private String key() {
		return pick("vendor" + this.random.nextInt(40), text(1 + rare(260), "abcxyz0189_-*/"), "1t@v", "t@1v", "t@",
				"@v", "UPPER", "a b", "");
	}

	private String stateValue() {
		return pick("1", text(1 + rare(260), "abc019!~ "), "", "a=b", "trailing ", "tab\there", "\u00e9");
	}

	private String entry() {
		return pick("tenant", "Tenant", "user", "tenant ", " tenant", "", "ten ant", "tenant\u00e9", "tenant;") + "="
				+ pick("a", "a%20b", "%0d%0aX-Evil:%20yes", "%C2%85", "%E2%80%A8", "%zz", "%4", "%", "\u00e9", "a b",
						"\"q\"", text(rare(9000), "abc"), "a;ttl=3", "a;", "a;;b", "a\\b", "%C3%A9", "%ff", "\u000b");
	}

	private String list(int size, Supplier<String> member) {
		return IntStream.range(0, size)
			.mapToObj((i) -> member.get())
			.collect(Collectors.joining(pick(",", ",", ", ", ",,", " ,\t")));
	}

	private String colon() {
		return (this.random.nextInt(12) > 0) ? ":" : pick("%3A", "%3a", "", "::", " ");
	}

	private String noise(int length) {
		return IntStream.range(0, length)
			.mapToObj((i) -> String.valueOf(this.random.nextBoolean()
					? NASTY.charAt(this.random.nextInt(NASTY.length())) : (char) this.random.nextInt(256)))
			.collect(Collectors.joining());
	}

	/** Takes away, adds or changes one character. */
	private String broken(String value) {
		int at = this.random.nextInt(value.length() + 1);
		String head = value.substring(0, at);
		String tail = value.substring(Math.min(at + 1, value.length()));
		return switch (this.random.nextInt(5)) {
			case 0 -> head + tail;
			case 1 -> head + noise(1) + value.substring(at);
			case 2 -> head + noise(1) + tail;
			case 3 -> head;
			default -> value + value;
		};
	}

	/** Mostly a small number. */
	private int rare(int bound) {
		return (this.random.nextInt(6) == 0) ? this.random.nextInt(bound) : this.random.nextInt(3);
	}

	@SafeVarargs
	private <T> T pick(T... values) {
		return values[this.random.nextInt(values.length)];
	}

}
