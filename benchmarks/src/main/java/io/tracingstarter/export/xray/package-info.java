/**
 * Benchmarks of the documents for AWS X-Ray.
 */
@NullMarked
package io.tracingstarter.export.xray;

import org.jspecify.annotations.NullMarked;
