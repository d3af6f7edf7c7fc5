package io.tracingstarter.autoconfigure.instrument.awssdk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether AWS calls are visible.
 *
 * @param enabled Whether each call of an AWS service is a span.
 */
@ConfigurationProperties("tracing.instrument.aws-sdk")
public record AwsSdkProperties(@DefaultValue("true") boolean enabled) {

}
