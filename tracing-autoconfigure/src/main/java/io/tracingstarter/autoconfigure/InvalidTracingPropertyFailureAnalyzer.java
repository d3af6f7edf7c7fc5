package io.tracingstarter.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows an {@link InvalidTracingPropertyException} as what is wrong and what to do.
 * Before Spring Boot does, which knows neither value nor fix where properties that are
 * records check themselves.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidTracingPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTracingPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidTracingPropertyException cause) {
		String value = (cause.getValue() != null) ? "Value: \"" + cause.getValue() + "\"" : "Value: none";
		return new FailureAnalysis(
				cause.getMessage() + System.lineSeparator() + System.lineSeparator() + "    " + value,
				cause.getAction(), cause);
	}

}
