/**
 * Sampling by the rules of AWS X-Ray, which the daemon hands out to all services of an
 * account, or by a file in the same form.
 */
@NullMarked
package io.tracingstarter.sampling.xray;

import org.jspecify.annotations.NullMarked;
