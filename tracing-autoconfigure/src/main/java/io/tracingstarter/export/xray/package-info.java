/**
 * Spans as segments and subsegments of AWS X-Ray, sent to its daemon.
 */
@NullMarked
package io.tracingstarter.export.xray;

import org.jspecify.annotations.NullMarked;
