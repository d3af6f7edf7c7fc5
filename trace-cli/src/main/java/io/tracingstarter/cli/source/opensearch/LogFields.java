package io.tracingstarter.cli.source.opensearch;

import java.util.List;
import java.util.stream.Stream;

/**
 * The fields in which the common layouts keep ids, messages and levels. Each may be
 * analysed text, a keyword, or text with a keyword below it.
 */
final class LogFields {

	private static final List<String> CORRELATION_ID = List.of("correlationId", "correlation_id", "correlation.id",
			"correlationID", "labels.correlation_id", "labels.correlationId", "Attributes.correlation_id",
			"Attributes.correlationId", "attributes.correlation_id", "attributes.correlationId", "mdc.correlationId",
			"context.correlationId", "contextMap.correlationId", "fields.correlationId", "requestId", "request_id",
			"x-correlation-id", "X-Correlation-ID");

	private static final List<String> TRACE_ID = List.of("traceId", "trace_id", "trace.id", "traceID", "TraceId",
			"xrayTraceId", "xray_trace_id", "AWS-XRAY-TRACE-ID", "attributes.xrayTraceId", "Attributes.xrayTraceId",
			"attributes.trace_id", "Attributes.trace_id", "mdc.traceId", "context.traceId", "contextMap.traceId",
			"fields.traceId", "labels.trace_id");

	private static final List<String> MESSAGE = List.of("message", "msg", "log", "Body", "body", "event.original",
			"body.text");

	/** Where an id may stand. */
	static final List<String> IDS = Stream
		.concat(Stream.of(CORRELATION_ID, TRACE_ID)
			.flatMap(List::stream)
			.flatMap((field) -> Stream.of(field, field + ".keyword")), MESSAGE.stream())
		.toList();

	/** Where a level may stand. */
	static final List<String> LEVELS = List.of("level", "log.level", "severity", "SeverityText", "severity_text",
			"severity.text", "loglevel", "levelname");

	/** What a line of the {@code log} exporter has in each layout. */
	static final List<String> SPANS = List.of("span.durationNanos", "kv.span.durationNanos",
			"Attributes.span.durationNanos", "attributes.span.durationNanos", "Attributes.kv.span.durationNanos");

	private LogFields() {
	}

}
