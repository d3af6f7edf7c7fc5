package io.tracingstarter.autoconfigure.export;

import io.tracingstarter.export.ExportEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains a secret of an exporter that was written in the wrong form, such as
 * {@code headers} in one line. Before Spring Boot does, because that shows the value.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecretBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		ConfigurationProperty property = cause.getProperty();
		if (property == null || !HiddenKeys.isSecret(property.getName().toString())) {
			return null;
		}
		return new FailureAnalysis(
				"Property '%s': it is not written in the form that is expected.%n%n    Value: \"%s\"%n    Origin: %s"
					.formatted(property.getName(), ExportEndpoint.MASK, property.getOrigin()),
				"Write each header on a line of its own, for example %s.authorization: Bearer ${TOKEN}"
					.formatted(property.getName()),
				cause);
	}

}
