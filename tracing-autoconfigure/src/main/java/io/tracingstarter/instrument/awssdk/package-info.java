/**
 * Makes the calls of AWS SDK 2 visible.
 */
@NullMarked
package io.tracingstarter.instrument.awssdk;

import org.jspecify.annotations.NullMarked;
