package io.tracingstarter.cli.source;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The form that X-Ray gives to trace ids: {@code 1-<8 digits>-<24 digits>}.
 */
public final class XRayTraceId {

	private XRayTraceId() {
	}

	/**
	 * Returns X-Ray's form of a trace id of 32 hexadecimal digits.
	 */
	public static String of(String traceId) {
		return "1-" + traceId.substring(0, 8) + "-" + traceId.substring(8);
	}

	/**
	 * Returns ids in all forms in which log lines hold them: trace ids in X-Ray's, too.
	 */
	public static Set<String> inAllForms(Set<String> ids) {
		Set<String> forms = new LinkedHashSet<>();
		for (String id : ids) {
			forms.add(id);
			if (RequestId.isTraceId(id)) {
				forms.add(of(id));
			}
		}
		return forms;
	}

	/**
	 * Returns the 32 lower-case hexadecimal digits of a trace id in X-Ray's or W3C's
	 * form, or nothing where it is neither.
	 */
	public static Optional<String> toTraceId(String id) {
		String digits = id.toLowerCase(Locale.ROOT);
		if (digits.length() == 35 && digits.startsWith("1-") && digits.charAt(10) == '-') {
			digits = digits.substring(2, 10) + digits.substring(11);
		}
		return RequestId.isTraceId(digits) ? Optional.of(digits) : Optional.empty();
	}

}
