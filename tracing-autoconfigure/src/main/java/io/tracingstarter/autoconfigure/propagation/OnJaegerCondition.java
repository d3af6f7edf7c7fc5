package io.tracingstarter.autoconfigure.propagation;

import io.tracingstarter.autoconfigure.propagation.PropagationProperties.Format;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where {@code tracing.propagation} names Jaeger's format. Binds the lists:
 * whether the environment contains a property says nothing about a YAML list.
 */
class OnJaegerCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		EffectiveFormats formats = new EffectiveFormats(context.getEnvironment());
		boolean named = formats.consumed().contains(Format.JAEGER) || formats.produced().contains(Format.JAEGER);
		ConditionMessage.Builder message = ConditionMessage.forCondition("Jaeger propagation");
		return named ? ConditionOutcome.match(message.because("tracing.propagation names it"))
				: ConditionOutcome.noMatch(message.because("tracing.propagation does not name it"));
	}

}
