package io.tracingstarter.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep so that code which asks for an optional class by its name
 * finds it, where it is on the class path.
 */
class ClassPathRuntimeHints implements RuntimeHintsRegistrar {

	static final List<String> ASKED_FOR = List.of("com.amazonaws.xray.interceptors.TracingInterceptor",
			"io.micrometer.tracing.Tracer", "io.micrometer.tracing.otel.bridge.OtelTraceContext",
			"io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter",
			"net.logstash.logback.decorate.TokenStreamFactoryBuilderDecorator", "okhttp3.OkHttpClient",
			"org.aspectj.weaver.Advice",
			"org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryResourceAttributes",
			"software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
			"software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner",
			"software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain",
			"tools.jackson.databind.ObjectMapper", "tools.jackson.databind.json.JsonMapper");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String name : ASKED_FOR) {
			hints.reflection().registerTypeIfPresent(classLoader, name, (type) -> {
			});
		}
	}

}
