/**
 * Where a service runs, as attributes of its OpenTelemetry resource.
 */
@NullMarked
package io.tracingstarter.resource;

import org.jspecify.annotations.NullMarked;
