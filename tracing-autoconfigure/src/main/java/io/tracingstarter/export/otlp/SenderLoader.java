package io.tracingstarter.export.otlp;

import java.util.List;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.tracingstarter.export.HttpClientSettings;

/**
 * Hands our senders to OpenTelemetry's exporters, which look for theirs with a loader.
 */
final class SenderLoader implements ComponentLoader {

	private final HttpSenderProvider http;

	private final GrpcSenderProvider grpc;

	SenderLoader(HttpClientSettings settings) {
		this.http = (config) -> new OtlpHttpSender(settings, config);
		this.grpc = (config) -> new OtlpGrpcSender(settings, config);
	}

	@Override
	public <T> Iterable<T> load(Class<T> type) {
		if (type == HttpSenderProvider.class) {
			return List.of(type.cast(this.http));
		}
		return (type == GrpcSenderProvider.class) ? List.of(type.cast(this.grpc)) : List.of();
	}

}
