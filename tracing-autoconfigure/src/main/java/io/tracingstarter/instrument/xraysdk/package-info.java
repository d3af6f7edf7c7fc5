/**
 * Makes the calls of the AWS X-Ray SDK part of the current trace: its subsegments are
 * observations, and it sends nothing itself.
 */
@NullMarked
package io.tracingstarter.instrument.xraysdk;

import org.jspecify.annotations.NullMarked;
