/**
 * Spans over OTLP, as protobuf over HTTP or gRPC.
 */
@NullMarked
package io.tracingstarter.export.otlp;

import org.jspecify.annotations.NullMarked;
