/**
 * Spans as log events, for those who have a log store and no tracing backend.
 */
@NullMarked
package io.tracingstarter.export.log;

import org.jspecify.annotations.NullMarked;
