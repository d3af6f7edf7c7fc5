package io.tracingstarter.export.otlp;

import java.util.List;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;

/**
 * Hands our sender to one of OpenTelemetry's exporters, which looks for it with a loader.
 */
final class SenderLoader implements ComponentLoader {

	private final Class<?> type;

	private final Object provider;

	private SenderLoader(Class<?> type, Object provider) {
		this.type = type;
		this.provider = provider;
	}

	static SenderLoader http(HttpSenderProvider provider) {
		return new SenderLoader(HttpSenderProvider.class, provider);
	}

	static SenderLoader grpc(GrpcSenderProvider provider) {
		return new SenderLoader(GrpcSenderProvider.class, provider);
	}

	@Override
	public <T> Iterable<T> load(Class<T> type) {
		return (type == this.type) ? List.of(type.cast(this.provider)) : List.of();
	}

}
