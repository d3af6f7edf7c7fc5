package io.tracingstarter.autoconfigure.instrument.xraysdk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of the X-Ray SDK's calls.
 *
 * @param enabled Whether subsegments of the X-Ray SDK are spans of the current trace, and
 * the SDK sends nothing itself.
 */
@ConfigurationProperties("tracing.instrument.xray-sdk")
public record XRaySdkProperties(@DefaultValue("true") boolean enabled) {

}
