package io.tracingstarter.cli.source.otlp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import io.tracingstarter.cli.source.XRayTraceId;
import org.jspecify.annotations.Nullable;

/**
 * Ids of traces and spans, which JSON holds as hexadecimal digits or in Base64.
 */
public final class OtlpId {

	private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{1,32}");

	private static final Pattern ZEROS = Pattern.compile("0*");

	private OtlpId() {
	}

	/**
	 * Returns 32 lower-case hexadecimal digits, filled with zeros from the left.
	 * @param text an id as the backend writes it
	 * @return null where it is none
	 */
	public static @Nullable String trace(@Nullable String text) {
		return (text != null) ? hex(XRayTraceId.toTraceId(text).orElse(text), 32) : null;
	}

	/**
	 * Returns 16 lower-case hexadecimal digits, filled with zeros from the left.
	 * @param text an id as the backend writes it
	 * @return null where it is none
	 */
	public static @Nullable String span(@Nullable String text) {
		return (text != null) ? hex(text, 16) : null;
	}

	private static @Nullable String hex(String text, int digits) {
		String hex = (isBase64(text, digits)) ? decoded(text) : text.toLowerCase(Locale.ROOT);
		if (hex == null || hex.length() > digits || !HEX.matcher(hex).matches() || ZEROS.matcher(hex).matches()) {
			return null;
		}
		return "0".repeat(digits - hex.length()) + hex;
	}

	/**
	 * 16 bytes are 24 characters and 8 bytes are 12; a trace id of 8 bytes exists. Only
	 * Base64 ends with an equals sign, and ids of these lengths always do.
	 */
	private static boolean isBase64(String text, int digits) {
		return text.endsWith("=") && (text.length() == 12 || (text.length() == 24 && digits == 32));
	}

	private static @Nullable String decoded(String text) {
		try {
			return HexFormat.of().formatHex(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
