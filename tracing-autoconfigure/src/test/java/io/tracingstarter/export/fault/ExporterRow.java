package io.tracingstarter.export.fault;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.aws.TestSigners;
import io.tracingstarter.export.otlp.OtlpSpanExporters;
import io.tracingstarter.export.xray.XRayOtlpSpanExporter;
import io.tracingstarter.export.zipkin.ZipkinHttpSender;
import io.tracingstarter.export.zipkin.ZipkinSpanExporter;

/**
 * An exporter that has to stand every fault. A new one joins with a line in
 * {@link #all()}.
 *
 * @param name what it is called
 * @param exporter creates it
 * @param backend starts its backend
 * @param answered whether the backend answers, so that the exporter knows whether it got
 * the spans
 */
record ExporterRow(String name, Function<HttpClientSettings, SpanExporter> exporter, Supplier<FaultBackend> backend,
		boolean answered) {

	static Stream<ExporterRow> all() {
		return Stream.of(
				new ExporterRow(
						"otlp-http", OtlpSpanExporters::http, () -> new HttpFaultBackend(SpanNames::ofOtlp), true),
				new ExporterRow("otlp-grpc", OtlpSpanExporters::grpc, GrpcFaultBackend::new, true),
				new ExporterRow("zipkin", (settings) -> new ZipkinSpanExporter(new ZipkinHttpSender(settings)),
						() -> new HttpFaultBackend(SpanNames::ofZipkin), true),
				new ExporterRow("xray-otlp",
						(settings) -> new XRayOtlpSpanExporter(settings, TestSigners.known(), List.of()),
						() -> new HttpFaultBackend(SpanNames::ofOtlp), true),
				new ExporterRow("log", LogOverTcp::new, LogFaultBackend::new, false));
	}

	/** Whether the fault can happen to it. */
	boolean knows(Fault fault) {
		return this.answered || fault.kind() == Fault.Kind.CONNECTION;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
