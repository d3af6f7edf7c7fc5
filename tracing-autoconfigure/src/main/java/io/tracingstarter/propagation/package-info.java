/**
 * Formats in which a trace crosses processes, beyond those that Boot offers.
 */
@NullMarked
package io.tracingstarter.propagation;

import org.jspecify.annotations.NullMarked;
