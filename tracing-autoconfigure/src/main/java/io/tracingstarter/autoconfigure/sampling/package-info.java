/**
 * Auto-configuration of sampling.
 */
@NullMarked
package io.tracingstarter.autoconfigure.sampling;

import org.jspecify.annotations.NullMarked;
