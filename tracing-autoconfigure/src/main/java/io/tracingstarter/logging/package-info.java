/**
 * Log events as JSON lines: the encoder and its field layouts.
 */
@NullMarked
package io.tracingstarter.logging;

import org.jspecify.annotations.NullMarked;
