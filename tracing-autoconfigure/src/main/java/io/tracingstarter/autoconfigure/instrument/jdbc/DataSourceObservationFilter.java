package io.tracingstarter.autoconfigure.instrument.jdbc;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Leaves out the auto-configuration of datasource-micrometer where there is no tracing or
 * no JDBC of Spring Boot. It names classes of both: without the one it would stop the
 * start-up, without the other each start-up would have a warning.
 */
class DataSourceObservationFilter implements AutoConfigurationImportFilter {

	private static final String LIBRARY = "net.ttddyy.observation.boot.autoconfigure.";

	private static final boolean LOADABLE = ClassUtils.isPresent("io.micrometer.tracing.Tracer", null)
			&& ClassUtils.isPresent(JdbcInstrumentAutoConfiguration.BOOT_JDBC, null);

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			String name = classes[i];
			matches[i] = LOADABLE || name == null || !name.startsWith(LIBRARY);
		}
		return matches;
	}

}
