package io.tracingstarter.autoconfigure.instrument.grpc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether gRPC calls carry the ids.
 *
 * @param enabled Whether gRPC servers answer with the ids, and gRPC clients send them to
 * the hosts that may see them only. Spans are Boot's, spring.grpc.*.observation.enabled.
 */
@ConfigurationProperties("tracing.instrument.grpc")
public record GrpcProperties(@DefaultValue("true") boolean enabled) {

}
