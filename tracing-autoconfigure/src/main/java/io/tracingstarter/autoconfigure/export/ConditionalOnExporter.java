package io.tracingstarter.autoconfigure.export;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.ConditionalOnEnabledTracingExport;
import org.springframework.context.annotation.Conditional;

/**
 * Matches where {@code tracing.exporters.<name>.enabled} is {@code true}, and neither
 * tracing nor exporting as a whole is switched off: by {@code tracing.enabled}, by
 * {@code management.tracing.export.enabled} (as Spring Boot does in tests) or by
 * {@code management.opentelemetry.enabled}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ConditionalOnTracing
@ConditionalOnEnabledTracingExport
@ConditionalOnBooleanProperty(name = "management.opentelemetry.enabled", matchIfMissing = true)
@Conditional(OnExporterCondition.class)
public @interface ConditionalOnExporter {

	/**
	 * Name of the exporter, as in {@code tracing.exporters.<name>}.
	 * @return the name
	 */
	String value();

}
