package io.tracingstarter.cli.source.xray;

import java.util.Optional;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.otlp.OtlpSpans;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a span as Transaction Search stores it, one JSON object a span: that of OTLP with
 * the resource inside, and the service under a name of AWS where the resource has none.
 */
final class OtelSpanDecoder {

	private static final String LOCAL_SERVICE = "aws.local.service";

	private OtelSpanDecoder() {
	}

	/**
	 * Returns the span of a document, or nothing where it is not understood.
	 */
	static Optional<Span> decode(@Nullable String document) {
		return Json.object(document).flatMap(OtelSpanDecoder::span);
	}

	private static Optional<Span> span(JsonNode json) {
		Span span = (Json.scaled(json.path("startTimeUnixNano"), 0) != null)
				? OtlpSpans.span(json, OtlpSpans.attributes(json.path("resource"))) : null;
		if (span == null || !span.service().isEmpty()) {
			return Optional.ofNullable(span);
		}
		return Optional.of(new Span(span.traceId(), span.spanId(), span.parentSpanId(),
				span.attributes().getOrDefault(LOCAL_SERVICE, ""), span.name(), span.kind(), span.startNanos(),
				span.endNanos(), span.status(), span.statusMessage(), span.attributes(), span.events()));
	}

}
