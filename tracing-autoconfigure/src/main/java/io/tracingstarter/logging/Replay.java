package io.tracingstarter.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import io.tracingstarter.TracingNames;
import io.tracingstarter.masking.SecretMasker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Copies a recording into the line: secrets masked, names unique in each object, text
 * well-formed.
 */
final class Replay {

	// what the log line of a span says of it: one id in many consists of digits only, and
	// passes for a card number
	private static final Set<String> NEVER_MASKED = Set.of("traceId", "spanId", "parentSpanId", "startEpochNanos",
			"durationNanos", TracingNames.CORRELATION_ID_ATTRIBUTE);

	private final JsonGenerator generator;

	private final SecretMasker masker;

	private final Deque<FieldNames> open = new ArrayDeque<>();

	Replay(JsonGenerator generator, SecretMasker masker) {
		this.generator = generator;
		this.masker = masker;
	}

	void value(TokenBuffer recording) {
		try (JsonParser parser = recording.asParser()) {
			JsonToken token = parser.nextToken();
			if (token == null) {
				this.generator.writeNull();
			}
			while (token != null) {
				write(parser, token, "");
				token = parser.nextToken();
			}
		}
	}

	void fields(TokenBuffer recording, FieldNames names, String prefix) {
		try (JsonParser parser = recording.asParser()) {
			this.open.push(names);
			parser.nextToken();
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.END_OBJECT && this.open.size() == 1) {
					return;
				}
				write(parser, token, (this.open.size() == 1) ? prefix : "");
			}
		}
	}

	private void write(JsonParser parser, JsonToken token, String prefix) {
		switch (token) {
			case START_OBJECT -> {
				this.open.push(new FieldNames(Set.of()));
				this.generator.writeStartObject();
			}
			case END_OBJECT -> {
				this.open.pop();
				this.generator.writeEndObject();
			}
			case START_ARRAY -> this.generator.writeStartArray();
			case END_ARRAY -> this.generator.writeEndArray();
			case PROPERTY_NAME -> name(parser, prefix);
			case VALUE_STRING -> text(parser.getString());
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getNumberValue());
			case VALUE_TRUE -> this.generator.writeBoolean(true);
			case VALUE_FALSE -> this.generator.writeBoolean(false);
			case VALUE_EMBEDDED_OBJECT -> embedded(parser.getEmbeddedObject());
			default -> this.generator.writeNull();
		}
	}

	private void name(JsonParser parser, String prefix) {
		String name = WellFormedText.of(parser.currentName());
		FieldNames names = this.open.peek();
		String shown = this.masker.mask(name);
		this.generator.writeName((names != null) ? names.take(shown, prefix) : shown);
		if (this.masker.isSecret(name)) {
			parser.nextToken();
			parser.skipChildren();
			this.generator.writeString(SecretMasker.MASK);
		}
		else if (NEVER_MASKED.contains(name)) {
			plain(parser, parser.nextToken());
		}
	}

	private void plain(JsonParser parser, JsonToken token) {
		if (token == JsonToken.VALUE_STRING) {
			this.generator.writeString(WellFormedText.of(parser.getString()));
		}
		else if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberValue() instanceof Long number) {
			this.generator.writeNumber(number);
		}
		else {
			write(parser, token, "");
		}
	}

	private void text(String text) {
		this.generator.writeString(WellFormedText.of(this.masker.mask(text)));
	}

	private void number(Number number) {
		if (number instanceof Long value) {
			if (this.masker.isSecret(value)) {
				this.generator.writeString(SecretMasker.MASK);
			}
			else {
				this.generator.writeNumber(value);
			}
		}
		else if (number instanceof BigInteger value) {
			big(value);
		}
		else if (number instanceof BigDecimal value) {
			decimal(value);
		}
		else if (number instanceof Float value) {
			this.generator.writeNumber(value);
		}
		else if (number instanceof Double value) {
			this.generator.writeNumber(value);
		}
		else {
			this.generator.writeNumber(number.intValue());
		}
	}

	private void decimal(BigDecimal number) {
		if (number.scale() == 0) {
			big(number.unscaledValue());
		}
		else {
			this.generator.writeNumber(number);
		}
	}

	private void big(BigInteger number) {
		if (number.bitLength() < Long.SIZE && this.masker.isSecret(number.longValue())) {
			this.generator.writeString(SecretMasker.MASK);
		}
		else {
			this.generator.writeNumber(number);
		}
	}

	private void embedded(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			this.generator.writeBinary(bytes);
		}
		else {
			this.generator.writeNull();
		}
	}

}
