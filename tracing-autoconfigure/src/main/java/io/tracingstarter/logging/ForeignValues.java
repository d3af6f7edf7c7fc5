package io.tracingstarter.logging;

import java.util.function.Consumer;

import io.tracingstarter.masking.SecretMasker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Writes values that the application made, any of which may fail, loop, or be a secret.
 * <p>
 * Text, numbers and booleans go straight into the line. Everything else is recorded
 * first, so that a failure half-way costs this value and not the line. Safe for use by
 * many threads.
 */
final class ForeignValues {

	private final ObjectMapper mapper;

	private final SecretMasker masker;

	ForeignValues(ObjectMapper mapper, SecretMasker masker) {
		this.mapper = mapper;
		this.masker = masker;
	}

	/**
	 * Writes a field that is masked whatever it holds.
	 * @param generator where to write; an object is open
	 * @param name the field's name, free and well-formed
	 */
	void writeMask(JsonGenerator generator, String name) {
		generator.writeName(name);
		generator.writeString(SecretMasker.MASK);
	}

	/**
	 * Writes a field.
	 * @param generator where to write; an object is open
	 * @param name the field's name, free and well-formed
	 * @param value the value
	 */
	void write(JsonGenerator generator, String name, Object value) {
		if (value instanceof String text) {
			generator.writeName(name);
			generator.writeString(WellFormedText.of(this.masker.mask(text)));
		}
		else if (value instanceof Integer number) {
			generator.writeName(name);
			generator.writeNumber(number);
		}
		else if (value instanceof Long number && !this.masker.isSecret(number)) {
			generator.writeName(name);
			generator.writeNumber(number);
		}
		else if (value instanceof Boolean truth) {
			generator.writeName(name);
			generator.writeBoolean(truth);
		}
		else {
			writeRecorded(generator, name, value);
		}
	}

	private void writeRecorded(JsonGenerator generator, String name, Object value) {
		TokenBuffer recording = null;
		String failure = null;
		try {
			recording = record(generator, (recorder) -> recorder.writePOJO(value));
		}
		catch (Throwable ex) {
			failure = failure(ex);
		}
		generator.writeName(name);
		if (recording != null) {
			new Replay(generator, this.masker).value(recording);
		}
		else {
			generator.writeString(failure);
		}
	}

	/**
	 * Writes fields that name themselves.
	 * @param generator where to write; an object is open
	 * @param names the names taken in that object
	 * @param prefix what goes before a name that is taken
	 * @param source writes the fields
	 */
	void writeFields(JsonGenerator generator, FieldNames names, String prefix, Consumer<JsonGenerator> source) {
		TokenBuffer recording = null;
		String failure = null;
		try {
			recording = record(generator, (recorder) -> {
				recorder.writeStartObject();
				source.accept(recorder);
				recorder.writeEndObject();
			});
		}
		catch (Throwable ex) {
			failure = failure(ex);
		}
		if (recording != null) {
			new Replay(generator, this.masker).fields(recording, names, prefix);
		}
		else {
			generator.writeName(names.take(prefix + "error", ""));
			generator.writeString(failure);
		}
	}

	private TokenBuffer record(JsonGenerator generator, Consumer<Recorder> source) {
		TokenBuffer recording = new TokenBuffer(generator.objectWriteContext(), false);
		Recorder recorder = new Recorder(recording, this.mapper);
		source.accept(recorder);
		recorder.verifyComplete();
		return recording;
	}

	private static @Nullable String failure(Throwable ex) {
		Throwable root = ex;
		// Jackson wraps what a getter throws once for each level of nesting
		for (int i = 0; i < Recorder.MAX_DEPTH && root.getCause() != null; i++) {
			root = root.getCause();
		}
		return "(not serializable: " + root.getClass().getName() + ")";
	}

}
