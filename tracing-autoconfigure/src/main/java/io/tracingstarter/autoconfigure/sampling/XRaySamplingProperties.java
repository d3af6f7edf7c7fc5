package io.tracingstarter.autoconfigure.sampling;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sampling by the rules of AWS X-Ray.
 *
 * @param enabled Whether to ask the X-Ray daemon for the account's sampling rules. They
 * take the place of "tracing.sampling.probability". Where the daemon listens says
 * "tracing.exporters.xray.daemon-address".
 * @param localRules Location of a file with rules in the form of the X-Ray SDKs, such as
 * "classpath:sampling-rules.json", for as long as the daemon does not answer. Without it
 * the probability decides meanwhile.
 */
@ConfigurationProperties("tracing.sampling.xray")
public record XRaySamplingProperties(@DefaultValue("false") boolean enabled, @Nullable String localRules) {

}
