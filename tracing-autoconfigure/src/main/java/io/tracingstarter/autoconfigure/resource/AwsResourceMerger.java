package io.tracingstarter.autoconfigure.resource;

import io.opentelemetry.sdk.resources.Resource;
import io.tracingstarter.resource.AwsResource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;

/**
 * Adds what was found to the resource, Boot's or the user's; what that says itself wins.
 * The search runs from here to where the resource is wanted, beside the start-up.
 */
class AwsResourceMerger implements BeanPostProcessor, PriorityOrdered {

	private final AwsResource aws;

	AwsResourceMerger(AwsResource aws) {
		this.aws = aws;
	}

	/** Before another post-processor can ask for what needs the resource. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof Resource resource) ? Resource.create(this.aws.attributes()).merge(resource) : bean;
	}

	String describe() {
		return this.aws.describe();
	}

}
