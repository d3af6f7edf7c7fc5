package io.tracingstarter.export.xray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.Causes;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.PartialExportException;
import io.tracingstarter.export.TestSpans;
import io.tracingstarter.export.aws.TestSigners;
import io.tracingstarter.export.aws.XRayTestEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What X-Ray's OTLP endpoint gets, which refuses a whole request for one fault.
 */
class XRayOtlpSpanExporterIntegrationTests {

	private final XRayTestEndpoint xray = new XRayTestEndpoint();

	private final SpanExporter exporter = new XRayOtlpSpanExporter(
			new HttpClientSettings(ExportEndpoint.parse(this.xray.url(), XRayOtlpSpanExporter.PATH), Map.of(), true,
					Duration.ofSeconds(30), Duration.ofSeconds(30), null),
			TestSigners.known(), List.of("shop.order-id", "absent"));

	@AfterEach
	void stop() {
		this.exporter.shutdown();
		this.xray.close();
	}

	private static SpanData ofSize(int bytes) {
		AttributesBuilder attributes = Attributes.builder();
		// as large as the SDK lets them become
		for (int left = bytes, i = 0; left > 0; left -= 16_384, i++) {
			attributes.put("a" + i, "x".repeat(Math.min(left, 16_384)));
		}
		return TestSpans.data().setAttributes(attributes.build()).build();
	}

	private static List<SpanData> spans(int count, int bytes) {
		List<SpanData> spans = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			spans.add(ofSize(bytes));
		}
		return spans;
	}

	@Test
	void shouldSendOneRequestWhenTheBatchFits() {
		assertThat(this.exporter.export(spans(512, 2000)).isSuccess()).isTrue();
		assertThat(this.xray.accepted()).hasSize(1);
		assertThat(this.xray.acceptedSpans()).hasSize(512);
	}

	@Test
	void shouldSplitABatchOfMoreThan5Megabytes() {
		assertThat(this.exporter.export(spans(100, 120_000)).isSuccess()).isTrue();
		// 12 MB
		assertThat(this.xray.accepted()).hasSize(4);
		assertThat(this.xray.acceptedSpans()).hasSize(100);
		assertThat(this.xray.refused()).isEmpty();
	}

	@Test
	void shouldSplitABatchOfMoreThan10000Spans() {
		assertThat(this.exporter.export(spans(10_001, 0)).isSuccess()).isTrue();
		assertThat(this.xray.accepted()).hasSize(2);
		assertThat(this.xray.acceptedSpans()).hasSize(10_001);
	}

	@Test
	void shouldSendAllButTheSpanOfMoreThan200Kilobytes() {
		List<SpanData> spans = new ArrayList<>(spans(3, 100));
		spans.add(1, ofSize(200_000));
		CompletableResultCode result = this.exporter.export(spans);
		PartialExportException failure = Causes.find(PartialExportException.class, result.getFailureThrowable());
		assertThat(failure).isNotNull();
		assertThat(failure.getRejected()).isEqualTo(1);
		assertThat(failure.getUnsent()).isEmpty();
		assertThat(failure)
			.hasMessageMatching("a span of 20\\d{4} bytes is larger than the backend takes \\(200000\\)");
		assertThat(this.xray.acceptedSpans()).hasSize(3);
		assertThat(this.xray.refused()).isEmpty();
	}

	@Test
	void shouldSendASpanOfAlmost200Kilobytes() {
		assertThat(this.exporter.export(List.of(ofSize(199_000))).isSuccess()).isTrue();
		assertThat(this.xray.acceptedSpans().get(0).getSerializedSize()).isGreaterThan(199_000);
	}

	@Test
	void shouldNameTheAnnotationsToXRay() {
		SpanData annotated = TestSpans.data()
			.setAttributes(
					Attributes.builder().put("shop.order-id", 7).put("correlation_id", "abc").put("other", "x").build())
			.setTotalAttributeCount(3)
			.build();
		SpanData plain = TestSpans.data().build();
		assertThat(this.exporter.export(List.of(annotated, plain)).isSuccess()).isTrue();
		Span span = this.xray.acceptedSpans().get(0);
		assertThat(annotations(span)).containsExactly("correlation_id", "shop.order-id");
		assertThat(span.getDroppedAttributesCount()).isZero();
		assertThat(this.xray.acceptedSpans().get(1).getAttributesList()).isEmpty();
	}

	@Test
	void shouldAddTheAnnotationsToThoseThatTheSpanLists() {
		List<String> listed = IntStream.range(0, 100).mapToObj((i) -> "a" + i).toList();
		SpanData span = TestSpans.data()
			.setAttributes(
					Attributes.builder().put("correlation_id", "abc").put(AnnotatedAttributes.LIST, listed).build())
			.setTotalAttributeCount(2)
			.build();
		assertThat(this.exporter.export(List.of(span)).isSuccess()).isTrue();
		assertThat(annotations(this.xray.acceptedSpans().get(0))).hasSize(50).startsWith("correlation_id", "a0", "a1");
		assertThat(this.xray.acceptedSpans().get(0).getDroppedAttributesCount()).isZero();
	}

	private static List<String> annotations(Span span) {
		return span.getAttributesList()
			.stream()
			.filter((attribute) -> attribute.getKey().equals("aws.xray.annotations"))
			.flatMap((attribute) -> attribute.getValue().getArrayValue().getValuesList().stream())
			.map(AnyValue::getStringValue)
			.toList();
	}

}
