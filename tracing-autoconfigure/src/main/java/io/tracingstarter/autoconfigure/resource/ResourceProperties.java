package io.tracingstarter.autoconfigure.resource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What spans say of the place where the service runs.
 *
 * @param aws Whether to find out at start-up where in AWS the service runs: Lambda, ECS,
 * EKS, Elastic Beanstalk or EC2. Takes half a second at most, beside the start-up.
 */
@ConfigurationProperties("tracing.resource")
public record ResourceProperties(@DefaultValue("false") boolean aws) {

}
