/**
 * Auto-configuration of the masking of secrets, in log lines and on spans.
 */
@NullMarked
package io.tracingstarter.autoconfigure.masking;

import org.jspecify.annotations.NullMarked;
