package io.tracingstarter.autoconfigure.instrument.annotations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Spans for annotated methods.
 *
 * @param enabled Whether methods with OpenTelemetry's annotation "@WithSpan" have spans.
 */
@ConfigurationProperties("tracing.instrument.annotations")
public record AnnotationProperties(@DefaultValue("true") boolean enabled) {

}
