package io.tracingstarter.autoconfigure.instrument.xraysdk;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;

/**
 * Matches unless the application has an aspect of the SDK's that works: the one for
 * Spring Data does nothing at all without Spring Data.
 */
class OnNoXRayAspectCondition extends AnyNestedCondition {

	private static final String ASPECT = "com.amazonaws.xray.spring.aop.BaseAbstractXRayInterceptor";

	private static final String SPRING_DATA_ASPECT = "com.amazonaws.xray.spring.aop.AbstractXRayInterceptor";

	OnNoXRayAspectCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnMissingBean(type = ASPECT)
	static class NoAspect {

	}

	@ConditionalOnMissingClass("org.springframework.data.repository.Repository")
	@ConditionalOnMissingBean(type = ASPECT, ignoredType = SPRING_DATA_ASPECT)
	static class NoSpringData {

	}

}
