package io.tracingstarter.autoconfigure.masking;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.masking.MaskingSpanProcessor;
import io.tracingstarter.masking.SecretMasker;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;

/**
 * Puts the masking in front of all span processors, whoever has gathered them.
 */
class SpanProcessorsBeanPostProcessor implements BeanPostProcessor {

	private final SecretMasker masker;

	SpanProcessorsBeanPostProcessor(SecretMasker masker) {
		this.masker = masker;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof SpanProcessors processors) || !this.masker.isActive() || processors.list().isEmpty()) {
			return bean;
		}
		return SpanProcessors.of(new MaskingSpanProcessor(SpanProcessor.composite(processors.list()), this.masker));
	}

}
