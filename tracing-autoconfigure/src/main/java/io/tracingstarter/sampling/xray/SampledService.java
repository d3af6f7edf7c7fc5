package io.tracingstarter.sampling.xray;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What rules can ask of the service itself. It never changes, so rules for other services
 * are left out when they are read.
 *
 * @param name its name
 * @param type what it runs on, such as {@code AWS::ECS::Container}; {@code null} where
 * that is not known
 * @param arn ARN of what it runs on; {@code null} where that is not known
 * @param contextPath path that all its paths begin with; empty for none
 */
public record SampledService(String name, @Nullable String type, @Nullable String arn, String contextPath) {

	private static final AttributeKey<String> NAME = AttributeKey.stringKey("service.name");

	private static final AttributeKey<String> PLATFORM = AttributeKey.stringKey("cloud.platform");

	private static final AttributeKey<String> CONTAINER_ARN = AttributeKey.stringKey("aws.ecs.container.arn");

	private static final AttributeKey<String> RESOURCE_ID = AttributeKey.stringKey("cloud.resource_id");

	/**
	 * Finds out who the service is.
	 * @param resource attributes of the service's resource
	 * @param contextPath path that all its paths begin with; empty for none
	 * @return the service
	 */
	public static SampledService of(Attributes resource, String contextPath) {
		String name = resource.get(NAME);
		String container = resource.get(CONTAINER_ARN);
		return new SampledService((name != null) ? name : "", type(resource.get(PLATFORM)),
				(container != null) ? container : resource.get(RESOURCE_ID), contextPath);
	}

	private static @Nullable String type(@Nullable String platform) {
		return switch ((platform != null) ? platform : "") {
			case "aws_ec2" -> "AWS::EC2::Instance";
			case "aws_ecs" -> "AWS::ECS::Container";
			case "aws_eks" -> "AWS::EKS::Container";
			case "aws_elastic_beanstalk" -> "AWS::ElasticBeanstalk::Environment";
			case "aws_lambda" -> "AWS::Lambda::Function";
			default -> null;
		};
	}

	String pathOf(String belowContextPath) {
		return this.contextPath.isEmpty() ? belowContextPath : this.contextPath.concat(belowContextPath);
	}

}
