package io.tracingstarter.cli.render;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the fields of which documents of the schema are made.
 */
final class JsonFields {

	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final JsonGenerator json;

	private final Masking masking;

	JsonFields(JsonGenerator json, Masking masking) {
		this.json = json;
		this.masking = masking;
	}

	void startObject() {
		this.json.writeStartObject();
	}

	void startObject(String name) {
		this.json.writeName(name);
		this.json.writeStartObject();
	}

	void endObject() {
		this.json.writeEndObject();
	}

	void startArray(String name) {
		this.json.writeName(name);
		this.json.writeStartArray();
	}

	void endArray() {
		this.json.writeEndArray();
	}

	void nothing(String name) {
		this.json.writeName(name);
		this.json.writeNull();
	}

	void number(String name, long value) {
		this.json.writeName(name);
		this.json.writeNumber(value);
	}

	void decimal(String name, double value) {
		this.json.writeName(name);
		this.json.writeNumber(value);
	}

	void flag(String name, boolean value) {
		this.json.writeName(name);
		this.json.writeBoolean(value);
	}

	/** Writes an id or a constant, in which secrets are not looked for. */
	void raw(String name, @Nullable String value) {
		this.json.writeName(name);
		if (value != null) {
			this.json.writeString(value);
		}
		else {
			this.json.writeNull();
		}
	}

	/** Writes a text from outside; null where it is not known. */
	void text(String name, @Nullable String value) {
		raw(name, (value != null) ? this.masking.text(value) : null);
	}

	void rawTexts(String name, Iterable<String> values) {
		startArray(name);
		values.forEach(this.json::writeString);
		endArray();
	}

	void texts(String name, List<String> values) {
		rawTexts(name, values.stream().map(this.masking::text).toList());
	}

	void pairs(String name, Map<String, String> values) {
		startObject(name);
		values.forEach((key, value) -> raw(key, this.masking.value(key, value)));
		endObject();
	}

	/** Writes a point in time twice: for people, and for exact arithmetic. */
	void time(String name, long nanos) {
		raw(name, TIME.format(EpochNanos.toInstant(nanos)));
		raw(name + "EpochNanos", Long.toString(nanos));
	}

	void failure(String name, @Nullable Failure failure) {
		if (failure == null) {
			nothing(name);
			return;
		}
		startObject(name);
		text("type", failure.type());
		text("message", failure.message());
		text("rootType", failure.rootType());
		text("rootMessage", failure.rootMessage());
		text("stackTrace", failure.stackTrace());
		endObject();
	}

}
