package io.tracingstarter.export.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the names of spans in what exporters send.
 */
final class SpanNames {

	private SpanNames() {
	}

	static Stream<String> of(ExportTraceServiceRequest request) {
		return request.getResourceSpansList()
			.stream()
			.flatMap((resource) -> resource.getScopeSpansList().stream())
			.flatMap((scope) -> scope.getSpansList().stream())
			.map(Span::getName);
	}

	static Collection<String> ofOtlp(byte[] body) {
		try {
			return of(ExportTraceServiceRequest.parseFrom(body)).toList();
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static Collection<String> ofZipkin(byte[] body) {
		List<String> names = new ArrayList<>();
		for (JsonNode span : JsonMapper.shared().readTree(body)) {
			names.add(span.get("name").asString());
		}
		return names;
	}

	static Collection<String> ofLogLine(String line) {
		return List.of(JsonMapper.shared().readTree(line).get("span").get("name").asString());
	}

}
