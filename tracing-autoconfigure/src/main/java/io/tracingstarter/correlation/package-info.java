/**
 * The correlation id: its value type, validation and generation, and where it lives while
 * a request runs.
 * <p>
 * It lives in the OpenTelemetry {@link io.opentelemetry.context.Context}, so that it
 * rides every observation Boot makes, at no cost of its own. A context without an id of
 * its own has the id of its trace.
 */
@NullMarked
package io.tracingstarter.correlation;

import org.jspecify.annotations.NullMarked;
