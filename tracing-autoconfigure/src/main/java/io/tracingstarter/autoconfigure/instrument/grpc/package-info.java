/**
 * Auto-configuration of gRPC clients and servers.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.grpc;

import org.jspecify.annotations.NullMarked;
