/**
 * Auto-configuration of the formats in which ids cross processes.
 */
@NullMarked
package io.tracingstarter.autoconfigure.propagation;

import org.jspecify.annotations.NullMarked;
