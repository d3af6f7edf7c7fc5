/**
 * Log events as JSON lines: the encoder, its field layouts and the masking of secrets.
 */
@NullMarked
package io.tracingstarter.logging;

import org.jspecify.annotations.NullMarked;
