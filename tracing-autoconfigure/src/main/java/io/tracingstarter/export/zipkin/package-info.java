/**
 * Spans as Zipkin v2 JSON, on Zipkin's own reporter library.
 */
@NullMarked
package io.tracingstarter.export.zipkin;

import org.jspecify.annotations.NullMarked;
