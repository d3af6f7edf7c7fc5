/**
 * Reads OpenTelemetry's JSON, which several backends answer with.
 */
@NullMarked
package io.tracingstarter.cli.source.otlp;

import org.jspecify.annotations.NullMarked;
