/**
 * Knows where Honeycomb shows a trace; asks it nothing.
 */
@NullMarked
package io.tracingstarter.cli.source.honeycomb;

import org.jspecify.annotations.NullMarked;
