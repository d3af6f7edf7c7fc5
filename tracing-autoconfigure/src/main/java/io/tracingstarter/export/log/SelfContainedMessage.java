package io.tracingstarter.export.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished span as a message that is a JSON object, with the ids and the span in it,
 * for log lines that show nothing but their message. Needs Jackson.
 */
public final class SelfContainedMessage implements Function<SpanData, String> {

	private static final AttributeKey<String> CORRELATION_ID = AttributeKey
		.stringKey(TracingNames.CORRELATION_ID_ATTRIBUTE);

	private final JsonMapper mapper = JsonMapper.shared();

	@Override
	public String apply(SpanData span) {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put(TracingNames.TRACE_ID_MDC_KEY, span.getTraceId());
		line.put(TracingNames.SPAN_ID_MDC_KEY, span.getSpanId());
		String correlationId = span.getAttributes().get(CORRELATION_ID);
		if (correlationId != null) {
			line.put(TracingNames.CORRELATION_ID_MDC_KEY, correlationId);
		}
		line.put("span", SpanDocument.of(span));
		return this.mapper.writeValueAsString(line);
	}

}
