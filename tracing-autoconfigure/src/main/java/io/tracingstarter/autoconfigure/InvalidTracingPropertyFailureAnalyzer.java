package io.tracingstarter.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows an {@link InvalidTracingPropertyException} as what is wrong and what to do.
 */
class InvalidTracingPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTracingPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidTracingPropertyException cause) {
		String value = (cause.getValue() != null) ? "Value: \"" + cause.getValue() + "\"" : "Value: none";
		return new FailureAnalysis(
				cause.getMessage() + System.lineSeparator() + System.lineSeparator() + "    " + value,
				cause.getAction(), cause);
	}

}
