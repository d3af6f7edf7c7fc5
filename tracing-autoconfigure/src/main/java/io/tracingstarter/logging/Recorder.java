package io.tracingstarter.logging;

import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TreeNode;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Records what a serializer writes, and stops one that would write without end.
 */
final class Recorder extends JsonGeneratorDelegate {

	/**
	 * Deepest nesting; a cycle ends here.
	 */
	static final int MAX_DEPTH = 64;

	/**
	 * Most values of one field; a graph that repeats its parts can unfold to any number.
	 */
	static final int MAX_VALUES = 20_000;

	/**
	 * Most characters of one field that is not a plain text.
	 */
	static final int MAX_CHARACTERS = 4 * 1024 * 1024;

	private final ObjectMapper mapper;

	private int depth;

	private int values;

	private long characters;

	Recorder(TokenBuffer recording, ObjectMapper mapper) {
		super(recording, false);
		this.mapper = mapper;
	}

	void verifyComplete() {
		if (this.depth != 0) {
			throw new StreamWriteException(this, "An object or array was not closed");
		}
	}

	private void open() {
		if (++this.depth > MAX_DEPTH) {
			throw new StreamWriteException(this, "Nested deeper than " + MAX_DEPTH);
		}
		count(0);
	}

	private void count(int length) {
		this.characters += length;
		if (++this.values > MAX_VALUES || this.characters > MAX_CHARACTERS) {
			throw new StreamWriteException(this, "Too large for a log line");
		}
	}

	@Override
	public JsonGenerator writeStartObject() {
		open();
		return super.writeStartObject();
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object value) {
		open();
		return super.writeStartObject(value);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object value, int size) {
		open();
		return super.writeStartObject(value, size);
	}

	@Override
	public JsonGenerator writeEndObject() {
		this.depth--;
		return super.writeEndObject();
	}

	@Override
	public JsonGenerator writeStartArray() {
		open();
		return super.writeStartArray();
	}

	@Override
	public JsonGenerator writeStartArray(@Nullable Object value) {
		open();
		return super.writeStartArray(value);
	}

	@Override
	public JsonGenerator writeStartArray(@Nullable Object value, int size) {
		open();
		return super.writeStartArray(value, size);
	}

	@Override
	public JsonGenerator writeEndArray() {
		this.depth--;
		return super.writeEndArray();
	}

	@Override
	public JsonGenerator writeName(String name) {
		count(name.length());
		return super.writeName(name);
	}

	@Override
	public JsonGenerator writeString(@Nullable String text) {
		count((text != null) ? text.length() : 0);
		return super.writeString(text);
	}

	@Override
	public JsonGenerator writeString(char[] text, int offset, int length) {
		count(length);
		return super.writeString(text, offset, length);
	}

	@Override
	public JsonGenerator writeString(SerializableString text) {
		return writeString(text.getValue());
	}

	@Override
	public JsonGenerator writeString(Reader reader, int length) {
		count(Math.max(length, 0));
		return super.writeString(reader, length);
	}

	@Override
	public JsonGenerator writeNumber(String number) {
		try {
			return writeNumber(new BigDecimal(number));
		}
		catch (NumberFormatException ex) {
			return writeString(number);
		}
	}

	@Override
	public JsonGenerator writeNumber(int number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeNumber(long number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeNumber(short number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeNumber(float number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeNumber(double number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeNumber(BigInteger number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeNumber(BigDecimal number) {
		count(0);
		return super.writeNumber(number);
	}

	@Override
	public JsonGenerator writeBoolean(boolean truth) {
		count(0);
		return super.writeBoolean(truth);
	}

	@Override
	public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
		count(length);
		return super.writeBinary(variant, data, offset, length);
	}

	@Override
	public JsonGenerator writeNull() {
		count(0);
		return super.writeNull();
	}

	@Override
	public JsonGenerator writePOJO(@Nullable Object value) {
		if (value == null) {
			return writeNull();
		}
		if (value instanceof Throwable || value instanceof CharSequence || value instanceof Enum<?>) {
			// as objects these would be their internals
			return writeString(value.toString());
		}
		// a context of its own: one that is shared would write the ids of
		// @JsonIdentityInfo
		this.mapper.writeValue(this, value);
		return this;
	}

	@Override
	public JsonGenerator writeTree(@Nullable TreeNode tree) {
		return writePOJO(tree);
	}

	@Override
	public JsonGenerator writeEmbeddedObject(@Nullable Object value) {
		return (value == null || value instanceof byte[]) ? super.writeEmbeddedObject(value)
				: writeString(value.toString());
	}

	@Override
	public JsonGenerator writeRawValue(String json) {
		TokenBuffer parsed = parse(json);
		if (parsed == null) {
			return writeString(json);
		}
		try (JsonParser parser = parsed.asParser()) {
			parser.nextToken();
			copyCurrentStructure(parser);
		}
		return this;
	}

	@Override
	public JsonGenerator writeRawValue(String json, int offset, int length) {
		return writeRawValue(json.substring(offset, offset + length));
	}

	@Override
	public JsonGenerator writeRawValue(char[] json, int offset, int length) {
		return writeRawValue(new String(json, offset, length));
	}

	private @Nullable TokenBuffer parse(String json) {
		try (JsonParser parser = this.mapper.createParser(json)) {
			TokenBuffer parsed = TokenBuffer.forGeneration();
			if (parser.nextToken() == null) {
				return null;
			}
			parsed.copyCurrentStructure(parser);
			return (parser.nextToken() == null) ? parsed : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
