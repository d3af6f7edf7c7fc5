package io.tracingstarter.autoconfigure.export;

import java.util.Map;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Looks at the switch of one exporter.
 */
class OnExporterCondition extends SpringBootCondition {

	/**
	 * Set by {@code @AutoConfigureTracingTest}, so that a test connects to no backend.
	 */
	private static final String TEST_RECORDING = "tracing.test.recording";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Map<String, @Nullable Object> attributes = metadata
			.getAnnotationAttributes(ConditionalOnExporter.class.getName());
		String property = "tracing.exporters." + ((attributes != null) ? attributes.get("value") : "") + ".enabled";
		if (context.getEnvironment().getProperty(TEST_RECORDING, Boolean.class, false)) {
			return ConditionOutcome.noMatch(
					ConditionMessage.forCondition(ConditionalOnExporter.class).because("a test records the traces"));
		}
		boolean enabled = isEnabled(context.getEnvironment(), property);
		return new ConditionOutcome(enabled,
				ConditionMessage.forCondition(ConditionalOnExporter.class).because(property + " is " + enabled));
	}

	private static boolean isEnabled(Environment environment, String property) {
		try {
			return environment.getProperty(property, Boolean.class, false);
		}
		catch (ConversionException ex) {
			throw new InvalidTracingPropertyException(property, environment.getProperty(property),
					"it is neither true nor false.", "Write true or false.");
		}
	}

}
