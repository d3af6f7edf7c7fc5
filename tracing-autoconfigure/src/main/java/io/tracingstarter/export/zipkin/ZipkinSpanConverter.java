package io.tracingstarter.export.zipkin;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.AttributeText;
import io.tracingstarter.export.SpanFailure;
import org.jspecify.annotations.Nullable;
import zipkin2.Endpoint;
import zipkin2.Span;

/**
 * Converts a finished span to Zipkin's model. Names of tags follow OpenTelemetry's
 * transformation; what it leaves open (links, trace state, resource attributes, shared
 * spans) is noted here.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/sdk_exporters/zipkin/">
 * OpenTelemetry to Zipkin transformation</a>
 * @see <a href="https://opentelemetry.io/docs/specs/otel/common/mapping-to-non-otlp/">
 * OpenTelemetry transformation to non-OTLP formats</a>
 */
final class ZipkinSpanConverter {

	private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

	Span convert(SpanData span) {
		Span.Builder result = Span.newBuilder()
			.traceId(span.getTraceId())
			.id(span.getSpanId())
			.kind(kind(span.getKind()))
			.name(span.getName())
			.timestamp(TimeUnit.NANOSECONDS.toMicros(span.getStartEpochNanos()))
			.duration(Math.max(1, TimeUnit.NANOSECONDS.toMicros(span.getEndEpochNanos() - span.getStartEpochNanos())))
			.localEndpoint(localEndpoint(span.getResource()))
			.remoteEndpoint(RemoteEndpoint.of(span));
		parent(span, result);
		for (EventData event : span.getEvents()) {
			result.addAnnotation(TimeUnit.NANOSECONDS.toMicros(event.getEpochNanos()), annotation(event));
		}
		ZipkinTags.of(span).forEach(result::putTag);
		return result.build();
	}

	private static void parent(SpanData span, Span.Builder result) {
		String parentId = span.getParentSpanId();
		if (!SpanId.isValid(parentId)) {
			return;
		}
		if (parentId.equals(span.getSpanId())) {
			// Zipkin's "shared span": client and server report halves of one span
			result.shared((span.getKind() == SpanKind.SERVER) ? true : null);
			return;
		}
		result.parentId(parentId);
	}

	private static Span.@Nullable Kind kind(SpanKind kind) {
		return switch (kind) {
			case CLIENT -> Span.Kind.CLIENT;
			case SERVER -> Span.Kind.SERVER;
			case PRODUCER -> Span.Kind.PRODUCER;
			case CONSUMER -> Span.Kind.CONSUMER;
			case INTERNAL -> null;
		};
	}

	private static Endpoint localEndpoint(Resource resource) {
		String service = resource.getAttribute(SERVICE_NAME);
		return Endpoint.newBuilder()
			.serviceName((service != null) ? service : Resource.getDefault().getAttribute(SERVICE_NAME))
			.build();
	}

	/**
	 * The specification's {@code "name": {attributes}}, except for exceptions: their type
	 * and message are what a reader of a timeline looks for, and the stack trace becomes
	 * a tag.
	 */
	private static String annotation(EventData event) {
		SpanFailure failure = SpanFailure.of(event);
		if (failure != null) {
			return event.getName() + ": " + failure.summary();
		}
		Attributes attributes = event.getAttributes();
		return attributes.isEmpty() ? event.getName()
				: AttributeText.quote(event.getName()) + ": " + AttributeText.json(attributes);
	}

	/**
	 * Links as {@code traceId-spanId}, comma separated: Zipkin has no field for them.
	 */
	static String links(SpanData span) {
		return span.getLinks().stream().map((link) -> {
			SpanContext context = link.getSpanContext();
			return context.getTraceId() + "-" + context.getSpanId();
		}).collect(Collectors.joining(","));
	}

}
