/**
 * Auto-configuration of the correlation id.
 */
@NullMarked
package io.tracingstarter.autoconfigure.correlation;

import org.jspecify.annotations.NullMarked;
