package io.tracingstarter.cli.render.html;

import java.io.Writer;
import java.util.Locale;
import java.util.Map;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.render.Masking;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what the page's script shows, as JSON that can stand in a script element: with
 * no angle bracket or ampersand in it. Times are nanoseconds after the beginning.
 */
final class StoryData {

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.characterEscapes(new InHtml())
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.build();

	private final Masking masking;

	StoryData(Masking masking) {
		this.masking = masking;
	}

	void write(Story story, Writer out) {
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			json.writeStartObject();
			json.writeNumberProperty("duration", story.durationNanos());
			json.writeArrayPropertyStart("services");
			story.services().forEach((service) -> json.writeString(safe(service)));
			json.writeEndArray();
			FirstError error = story.firstError();
			if (error != null) {
				json.writeObjectPropertyStart("firstError");
				json.writeNumberProperty("span", error.span());
				json.writeEndObject();
			}
			json.writeArrayPropertyStart("spans");
			story.spans().forEach((span) -> write(span, story.startNanos(), json));
			json.writeEndArray();
			json.writeArrayPropertyStart("lines");
			story.spans()
				.forEach((span) -> span.lines().forEach((line) -> write(line, span.index(), story.startNanos(), json)));
			story.lines().forEach((line) -> write(line, -1, story.startNanos(), json));
			json.writeEndArray();
			json.writeEndObject();
		}
	}

	private void write(StorySpan place, long begin, JsonGenerator json) {
		Span span = place.span();
		json.writeStartObject();
		json.writeNumberProperty("parent", place.parent());
		json.writeNumberProperty("depth", place.depth());
		text(json, "service", span.service());
		text(json, "name", span.name());
		json.writeStringProperty("kind", span.kind().name());
		json.writeNumberProperty("start", place.startNanos() - begin);
		json.writeNumberProperty("duration", place.durationNanos());
		json.writeNumberProperty("self", place.selfNanos());
		json.writeBooleanProperty("critical", place.critical());
		json.writeStringProperty("status", span.status().name());
		text(json, "statusMessage", span.statusMessage());
		text(json, "traceId", span.traceId());
		text(json, "spanId", span.spanId());
		json.writeArrayPropertyStart("marks");
		place.marks().stream().sorted().forEach((mark) -> json.writeString(words(mark.name())));
		json.writeEndArray();
		json.writeArrayPropertyStart("sources");
		place.sources().stream().sorted().forEach((source) -> json.writeString(safe(source)));
		json.writeEndArray();
		pairs(json, "attributes", span.attributes());
		json.writeArrayPropertyStart("events");
		for (SpanEvent event : span.events()) {
			json.writeStartObject();
			text(json, "name", event.name());
			json.writeNumberProperty("at", event.nanos() + (place.startNanos() - span.startNanos()) - begin);
			pairs(json, "attributes", event.attributes());
			json.writeEndObject();
		}
		json.writeEndArray();
		json.writeEndObject();
	}

	private void write(StoryLine place, int span, long begin, JsonGenerator json) {
		LogLine line = place.line();
		json.writeStartObject();
		json.writeNumberProperty("span", span);
		json.writeNumberProperty("at", place.nanos() - begin);
		json.writeStringProperty("level", line.level().name());
		text(json, "service", line.service());
		text(json, "message", line.message());
		text(json, "logger", line.logger());
		text(json, "thread", line.thread());
		Failure failure = line.failure();
		if (failure != null) {
			text(json, "stack", (failure.stackTrace() != null) ? failure.stackTrace()
					: failure.type() + ((failure.message() != null) ? ": " + failure.message() : ""));
		}
		text(json, "origin", line.origin());
		pairs(json, "fields", line.fields());
		json.writeEndObject();
	}

	private void pairs(JsonGenerator json, String name, Map<String, String> pairs) {
		json.writeArrayPropertyStart(name);
		pairs.forEach((key, value) -> {
			json.writeStartArray();
			json.writeString(safe(key));
			json.writeString(Html.visible(this.masking.value(key, value)));
			json.writeEndArray();
		});
		json.writeEndArray();
	}

	private void text(JsonGenerator json, String name, @Nullable String text) {
		if (text != null) {
			json.writeStringProperty(name, safe(text));
		}
	}

	private String safe(String text) {
		return Html.visible(this.masking.text(text));
	}

	private static String words(String constant) {
		return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** Escapes what could end the script element, or begin a comment in it. */
	private static final class InHtml extends CharacterEscapes {

		private final int[] escapes = standardAsciiEscapesForJSON();

		InHtml() {
			for (char c : new char[] { '<', '>', '&', '\'' }) {
				this.escapes[c] = ESCAPE_STANDARD;
			}
		}

		@Override
		public int[] getEscapeCodesForAscii() {
			return this.escapes.clone();
		}

		@Override
		public @Nullable SerializableString getEscapeSequence(int character) {
			return null;
		}

	}

}
