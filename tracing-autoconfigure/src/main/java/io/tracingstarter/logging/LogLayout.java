package io.tracingstarter.logging;

/**
 * Which field names a log line uses, so that it lands in the fields an ecosystem's tools
 * already search.
 */
public enum LogLayout {

	/**
	 * Flat camel-case names: {@code level}, {@code traceId}, {@code stack_trace}.
	 */
	LOGSTASH,

	/**
	 * Elastic Common Schema with dotted names: {@code log.level}, {@code trace.id},
	 * {@code error.stack_trace}.
	 */
	ECS,

	/**
	 * The OpenTelemetry log data model: {@code SeverityText}, {@code TraceId},
	 * {@code Resource}, {@code Attributes}.
	 */
	OTEL

}
