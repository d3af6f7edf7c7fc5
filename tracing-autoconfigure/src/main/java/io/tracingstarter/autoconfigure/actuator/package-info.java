/**
 * What tracing says about itself: meters, the actuator's endpoint and the health.
 */
@NullMarked
package io.tracingstarter.autoconfigure.actuator;

import org.jspecify.annotations.NullMarked;
