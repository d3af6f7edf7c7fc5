package io.tracingstarter.autoconfigure.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The access log of the service.
 *
 * @param enabled Whether one line a request is logged, through the logger
 * "io.tracingstarter.access".
 */
@ConfigurationProperties("tracing.access-log")
public record AccessLogProperties(@DefaultValue("false") boolean enabled) {

}
