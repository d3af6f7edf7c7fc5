package io.tracingstarter.cli.source.xray;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The segments and subsegments of one trace, from all of its documents.
 */
final class SegmentTrace {

	private static final int ANCESTORS = 1_000;

	private final Map<String, Segment> segments = new LinkedHashMap<>();

	private final Map<String, JsonNode> exceptions = new HashMap<>();

	private int unreadable;

	/**
	 * Adds a document with all that is nested in it. Of two states of a segment the one
	 * that has ended stays.
	 */
	void add(@Nullable String document) {
		JsonNode root = Json.object(document).orElse(null);
		if (root == null) {
			this.unreadable++;
			return;
		}
		Deque<Nested> open = new ArrayDeque<>();
		open.add(new Nested(root, null));
		while (!open.isEmpty()) {
			Nested next = open.remove();
			Segment segment = next.json.isObject() ? Segment.of(next.json, next.enclosing) : null;
			if (segment == null) {
				this.unreadable++;
				continue;
			}
			this.segments.merge(segment.id(), segment, (first, second) -> first.inProgress() ? second : first);
			for (JsonNode exception : segment.json().path("cause").path("exceptions")) {
				String id = Json.text(exception, "id");
				if (id != null) {
					this.exceptions.putIfAbsent(id, exception);
				}
			}
			for (JsonNode child : segment.json().path("subsegments")) {
				open.add(new Nested(child, segment));
			}
		}
	}

	/**
	 * Returns what is shown. A segment that X-Ray inferred says nothing that the
	 * subsegment of the call does not: it is left out where that one is known.
	 */
	Collection<Segment> segments() {
		return this.segments.values()
			.stream()
			.filter((segment) -> !segment.inferred() || segment.parentId() == null
					|| !this.segments.containsKey(segment.parentId()))
			.toList();
	}

	/**
	 * Returns the name of the segment that a subsegment belongs to, which is its service.
	 */
	String service(Segment segment) {
		Segment at = segment;
		for (int i = 0; i < ANCESTORS && at != null; i++) {
			if (!at.sub()) {
				return at.name();
			}
			at = (at.parentId() != null) ? this.segments.get(at.parentId()) : null;
		}
		return "";
	}

	/**
	 * Returns an exception of any segment by its id.
	 */
	@Nullable JsonNode exception(String id) {
		return this.exceptions.get(id);
	}

	/**
	 * Returns how many documents or parts of them were not understood.
	 */
	int unreadable() {
		return this.unreadable;
	}

	private record Nested(JsonNode json, @Nullable Segment enclosing) {

	}

}
