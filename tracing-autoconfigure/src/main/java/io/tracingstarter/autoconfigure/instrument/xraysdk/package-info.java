/**
 * Auto-configuration of the AWS X-Ray SDK.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.xraysdk;

import org.jspecify.annotations.NullMarked;
