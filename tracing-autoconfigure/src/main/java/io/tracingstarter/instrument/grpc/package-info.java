/**
 * Lets gRPC calls carry the ids, and answers with them.
 */
@NullMarked
package io.tracingstarter.instrument.grpc;

import org.jspecify.annotations.NullMarked;
