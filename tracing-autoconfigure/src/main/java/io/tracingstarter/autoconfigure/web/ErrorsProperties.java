package io.tracingstarter.autoconfigure.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the response of a failed request says.
 *
 * @param includeIds Whether error bodies (problem details and Spring Boot's error
 * attributes) carry "correlationId" and "traceId".
 */
@ConfigurationProperties("tracing.errors")
public record ErrorsProperties(@DefaultValue("true") boolean includeIds) {

}
