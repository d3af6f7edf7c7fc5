package io.tracingstarter.cli.source.xray;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A segment or subsegment of a trace.
 *
 * @param json its document, or its part of one
 * @param id 16 lower-case hexadecimal digits
 * @param parentId its parent; null for the first of its trace
 * @param sub whether it is a subsegment
 * @param startNanos when it began, in nanoseconds since 1970
 */
record Segment(JsonNode json, String id, @Nullable String parentId, boolean sub, long startNanos) {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

	/**
	 * Returns the segment of a document, or null where it cannot be one.
	 * @param enclosing the segment in which it is nested
	 */
	static @Nullable Segment of(JsonNode json, @Nullable Segment enclosing) {
		String id = Json.text(json, "id");
		Long start = Json.scaled(json.path("start_time"), 9);
		if (id == null || start == null || !ID.matcher(id).matches()) {
			return null;
		}
		String parent = (enclosing != null) ? enclosing.id : Json.text(json, "parent_id");
		boolean sub = enclosing != null || "subsegment".equals(Json.text(json, "type"));
		return new Segment(json, id, (parent != null && ID.matcher(parent).matches()) ? parent : null, sub, start);
	}

	/**
	 * Returns whether X-Ray made it up for the other side of a call that is not traced.
	 */
	boolean inferred() {
		return Json.isTrue(this.json, "inferred");
	}

	boolean inProgress() {
		return Json.isTrue(this.json, "in_progress");
	}

	String name() {
		String name = Json.text(this.json, "name");
		return (name != null) ? name : "";
	}

	long endNanos() {
		Long end = Json.scaled(this.json.path("end_time"), 9);
		return (end != null) ? end : this.startNanos;
	}

}
