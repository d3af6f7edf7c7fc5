package io.tracingstarter.autoconfigure.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.sampling.xray.LocalRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParseException;
import org.springframework.core.io.ResourceLoader;

/**
 * Reads the file that {@code tracing.sampling.xray.local-rules} names.
 */
final class LocalRulesFile {

	private static final String PROPERTY = "tracing.sampling.xray.local-rules";

	private LocalRulesFile() {
	}

	/**
	 * Reads the file.
	 * @param location where it is; {@code null} or empty for none
	 * @param files finds it
	 * @return the rules, or {@code null} for none
	 * @throws InvalidTracingPropertyException if there is no such file, or it does not
	 * hold rules
	 */
	static @Nullable LocalRules read(@Nullable String location, ResourceLoader files) {
		if (location == null || location.isBlank()) {
			return null;
		}
		try {
			return LocalRules.of(json(location, files));
		}
		catch (IllegalArgumentException ex) {
			throw invalid(location, ex.getMessage() + ".");
		}
	}

	private static Map<String, Object> json(String location, ResourceLoader files) {
		try {
			return new BootJson().read(files.getResource(location).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new InvalidTracingPropertyException(PROPERTY, ExportEndpoint.mask(location), "it cannot be read.",
					"Name a file that exists, such as classpath:sampling-rules.json or file:/etc/sampling-rules.json.");
		}
		catch (JsonParseException ex) {
			throw new IllegalArgumentException("its content is not a JSON object", ex);
		}
	}

	private static InvalidTracingPropertyException invalid(String location, String reason) {
		return new InvalidTracingPropertyException(PROPERTY, ExportEndpoint.mask(location), reason,
				"Write it as the X-Ray SDKs have it: {\"version\": 2, \"rules\": [], "
						+ "\"default\": {\"fixed_target\": 1, \"rate\": 0.05}}.");
	}

}
