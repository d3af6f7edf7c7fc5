package io.tracingstarter.autoconfigure.instrument.jdbc;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Leaves out the auto-configuration of datasource-micrometer where there is no tracing:
 * it cannot be loaded then, and would stop the start-up.
 */
class DataSourceObservationFilter implements AutoConfigurationImportFilter {

	private static final String LIBRARY = "net.ttddyy.observation.boot.autoconfigure.";

	private static final boolean TRACING_PRESENT = ClassUtils.isPresent("io.micrometer.tracing.Tracer", null);

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			String name = classes[i];
			matches[i] = TRACING_PRESENT || name == null || !name.startsWith(LIBRARY);
		}
		return matches;
	}

}
