package io.tracingstarter.autoconfigure.propagation;

import java.util.function.Predicate;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Asks which formats {@code tracing.propagation} names. Binds the lists: whether the
 * environment contains a property says nothing about a YAML list.
 */
abstract class FormatCondition extends SpringBootCondition {

	private final String name;

	private final Predicate<EffectiveFormats> condition;

	FormatCondition(String name, Predicate<EffectiveFormats> condition) {
		this.name = name;
		this.condition = condition;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean named = this.condition.test(new EffectiveFormats(context.getEnvironment()));
		ConditionMessage.Builder message = ConditionMessage.forCondition(this.name);
		return named ? ConditionOutcome.match(message.because("tracing.propagation names it"))
				: ConditionOutcome.noMatch(message.because("tracing.propagation does not name it"));
	}

}
