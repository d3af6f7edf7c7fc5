/**
 * Auto-configuration of what keeps faults in tracing away from requests.
 */
@NullMarked
package io.tracingstarter.autoconfigure.guard;

import org.jspecify.annotations.NullMarked;
