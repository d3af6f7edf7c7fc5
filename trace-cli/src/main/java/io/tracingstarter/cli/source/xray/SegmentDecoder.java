package io.tracingstarter.cli.source.xray;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the segment documents of a trace into spans. The format:
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html
 */
final class SegmentDecoder {

	private SegmentDecoder() {
	}

	/**
	 * Returns the spans of a trace.
	 * @param traceId 32 hexadecimal digits
	 */
	static List<Span> decode(String traceId, SegmentTrace trace) {
		SegmentFailure failure = new SegmentFailure(trace);
		List<Span> spans = new ArrayList<>();
		for (Segment segment : trace.segments()) {
			Map<String, String> attributes = SegmentAttributes.of(segment);
			SpanKind kind = kind(segment);
			spans.add(new Span(traceId, segment.id(), segment.parentId(), trace.service(segment),
					name(segment, attributes), kind, segment.startNanos(), segment.endNanos(), status(segment, kind),
					failure.message(segment), attributes, failure.events(segment)));
		}
		return spans;
	}

	private static SpanKind kind(Segment segment) {
		JsonNode json = segment.json();
		if (segment.inferred()) {
			return SpanKind.CLIENT;
		}
		if (segment.sub()) {
			return json.has("namespace") ? SpanKind.CLIENT : SpanKind.INTERNAL;
		}
		boolean served = json.path("http").has("request") || segment.parentId() != null;
		return served ? SpanKind.SERVER : SpanKind.INTERNAL;
	}

	/**
	 * A client's mistake is no failure of the server that answered 4xx, unless it says
	 * which exception it was.
	 */
	private static SpanStatus status(Segment segment, SpanKind kind) {
		JsonNode json = segment.json();
		boolean error = Json.isTrue(json, "error") && (kind != SpanKind.SERVER || json.has("cause"));
		return (Json.isTrue(json, "fault") || Json.isTrue(json, "throttle") || error) ? SpanStatus.ERROR
				: SpanStatus.UNSET;
	}

	/**
	 * A segment has the name of its service, and a subsegment that of the called one: the
	 * request says more.
	 */
	private static String name(Segment segment, Map<String, String> attributes) {
		String method = attributes.get("http.request.method");
		if (segment.sub()) {
			String operation = attributes.get("rpc.method");
			return (operation != null) ? segment.name() + "." + operation
					: (method != null) ? method + " " + segment.name() : segment.name();
		}
		String route = attributes.get("http.route");
		String path = (route != null) ? route : path(attributes.get("url.full"));
		return (method != null && path != null) ? method + " " + path : segment.name();
	}

	private static @Nullable String path(@Nullable String url) {
		try {
			return (url != null) ? URI.create(url).getPath() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
