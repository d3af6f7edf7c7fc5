/**
 * Auto-configuration of what the OpenTelemetry resource says of the place where a service
 * runs.
 */
@NullMarked
package io.tracingstarter.autoconfigure.resource;

import org.jspecify.annotations.NullMarked;
