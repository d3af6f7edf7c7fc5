/**
 * Which traces are kept: what is decided when a trace starts, and what is kept all the
 * same because of what happened in it.
 */
@NullMarked
package io.tracingstarter.sampling;

import org.jspecify.annotations.NullMarked;
