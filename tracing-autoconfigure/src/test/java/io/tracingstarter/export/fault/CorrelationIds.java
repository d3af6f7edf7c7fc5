package io.tracingstarter.export.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.tracingstarter.TracingNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the correlation ids of server spans in what exporters send.
 */
final class CorrelationIds {

	private CorrelationIds() {
	}

	static Collection<String> ofOtlp(byte[] body) {
		try {
			return ExportTraceServiceRequest.parseFrom(body)
				.getResourceSpansList()
				.stream()
				.flatMap((resource) -> resource.getScopeSpansList().stream())
				.flatMap((scope) -> scope.getSpansList().stream())
				.filter((span) -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
				.flatMap((span) -> span.getAttributesList().stream())
				.filter((attribute) -> attribute.getKey().equals(TracingNames.CORRELATION_ID_ATTRIBUTE))
				.map((attribute) -> attribute.getValue().getStringValue())
				.toList();
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static Collection<String> ofZipkin(byte[] body) {
		List<String> ids = new ArrayList<>();
		for (JsonNode span : JsonMapper.shared().readTree(body)) {
			if (span.path("kind").asString().equals("SERVER")) {
				ids.add(span.path("tags").path(TracingNames.CORRELATION_ID_ATTRIBUTE).asString());
			}
		}
		return ids;
	}

	/**
	 * Of a log line that is a server span.
	 */
	static Collection<String> ofLogLine(String line) {
		JsonNode json = JsonMapper.shared().readTree(line);
		return json.path("span").path("kind").asString("").equals("SERVER")
				? List.of(json.get(TracingNames.CORRELATION_ID_MDC_KEY).asString()) : List.of();
	}

}
