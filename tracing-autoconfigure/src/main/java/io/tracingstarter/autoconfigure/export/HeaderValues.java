package io.tracingstarter.autoconfigure.export;

import io.tracingstarter.export.ExportEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Checks properties of an exporter that become the values of HTTP headers.
 */
public final class HeaderValues {

	private final PropertyChecks checks;

	/**
	 * Creates the checks for one exporter.
	 * @param exporter name, as in {@code tracing.exporters.<name>}
	 */
	public HeaderValues(String exporter) {
		this.checks = new PropertyChecks(exporter);
	}

	/**
	 * Checks a required secret. Its value never shows in the failure.
	 * @param name name of the property below the exporter's
	 * @param value its value
	 * @param action what to write where it is missing
	 * @return the value without surrounding blanks
	 */
	public String secret(String name, @Nullable String value, String action) {
		return checked(name, value, ExportEndpoint.MASK, action);
	}

	/**
	 * Checks a value that may be shown.
	 * @param name name of the property below the exporter's
	 * @param value its value
	 * @param action what to write where it is missing
	 * @return the value without surrounding blanks
	 */
	public String text(String name, @Nullable String value, String action) {
		return checked(name, value, value, action);
	}

	private String checked(String name, @Nullable String value, @Nullable String shown, String action) {
		if (value == null || !StringUtils.hasText(value)) {
			throw this.checks.wrong(name, null, "it is missing or blank.", action);
		}
		this.checks.refuseUnresolved(name, value);
		String stripped = value.strip();
		if (!PropertyChecks.isHeaderValue(stripped)) {
			throw this.checks.wrong(name, shown, "it has a character that no HTTP header may carry.",
					"Write it on one line, in ASCII.");
		}
		return stripped;
	}

}
