package io.tracingstarter.export.zipkin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.AttributeText;
import io.tracingstarter.export.SpanFailure;
import org.jspecify.annotations.Nullable;

/**
 * What has no field of its own in Zipkin's model, as tags.
 */
final class ZipkinTags {

	private static final String ERROR = "error";

	private static final int MAX_STACK_TRACE = 8192;

	/**
	 * Resource attributes that tell instances of a service apart; the specification asks
	 * for the first, and leaves the others open.
	 */
	private static final List<AttributeKey<String>> RESOURCE = List.of(AttributeKey.stringKey("service.namespace"),
			AttributeKey.stringKey("service.version"), AttributeKey.stringKey("service.instance.id"),
			AttributeKey.stringKey("deployment.environment.name"));

	private ZipkinTags() {
	}

	static Map<String, String> of(SpanData span) {
		Map<String, String> tags = new LinkedHashMap<>();
		for (AttributeKey<String> key : RESOURCE) {
			put(tags, key.getKey(), span.getResource().getAttribute(key));
		}
		span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), AttributeText.of(value)));
		status(tags, span);
		InstrumentationScopeInfo scope = span.getInstrumentationScopeInfo();
		put(tags, "otel.scope.name", scope.getName());
		put(tags, "otel.scope.version", scope.getVersion());
		count(tags, "otel.dropped_attributes_count", span.getTotalAttributeCount() - span.getAttributes().size());
		count(tags, "otel.dropped_events_count", span.getTotalRecordedEvents() - span.getEvents().size());
		count(tags, "otel.dropped_links_count", span.getTotalRecordedLinks() - span.getLinks().size());
		put(tags, "otel.links", ZipkinSpanConverter.links(span));
		put(tags, "w3c.tracestate", traceState(span.getSpanContext().getTraceState()));
		return tags;
	}

	private static void status(Map<String, String> tags, SpanData span) {
		StatusCode status = span.getStatus().getStatusCode();
		if (status != StatusCode.UNSET) {
			tags.put("otel.status_code", status.name());
		}
		String reason = SpanFailure.reasonOf(span);
		if (reason != null) {
			// the specification's empty text would show as a failure without a word
			tags.put(ERROR, reason.isEmpty() ? "true" : reason);
		}
		else if (status == StatusCode.OK || "false".equals(tags.get(ERROR))) {
			// Zipkin takes every span with this tag for failed, whatever its value
			tags.remove(ERROR);
		}
		SpanFailure failure = SpanFailure.lastOf(span);
		String stackTrace = (failure != null) ? failure.stackTrace() : null;
		if (stackTrace != null) {
			put(tags, "exception.stacktrace", stackTrace.substring(0, Math.min(stackTrace.length(), MAX_STACK_TRACE)));
		}
	}

	private static @Nullable String traceState(TraceState state) {
		StringBuilder text = new StringBuilder();
		state
			.forEach((key, value) -> text.append((text.length() > 0) ? "," : "").append(key).append('=').append(value));
		return text.toString();
	}

	private static void count(Map<String, String> tags, String name, int count) {
		if (count > 0) {
			tags.put(name, Integer.toString(count));
		}
	}

	private static void put(Map<String, String> tags, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			tags.putIfAbsent(name, value);
		}
	}

}
