/**
 * Spans for methods that have OpenTelemetry's annotation {@code @WithSpan}.
 */
@NullMarked
package io.tracingstarter.instrument.annotations;

import org.jspecify.annotations.NullMarked;
