/**
 * Secrets in texts and in spans, and what is shown in their place.
 */
@NullMarked
package io.tracingstarter.masking;

import org.jspecify.annotations.NullMarked;
