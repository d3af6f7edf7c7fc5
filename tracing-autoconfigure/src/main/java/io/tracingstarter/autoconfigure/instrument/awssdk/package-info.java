/**
 * Auto-configuration of AWS SDK 2.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.awssdk;

import org.jspecify.annotations.NullMarked;
