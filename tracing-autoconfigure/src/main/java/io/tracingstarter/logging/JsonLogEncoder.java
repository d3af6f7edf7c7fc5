package io.tracingstarter.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.decorate.TokenStreamFactoryBuilderDecorator;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.ObjectMapper;

/**
 * Logback encoder that writes each event as one line of JSON in UTF-8.
 * <p>
 * Whatever the event holds, the result is one valid line: text that UTF-8 or JSON has no
 * form for is replaced or escaped, a value that cannot be written is replaced by a note,
 * no object has two fields of one name. It never throws. Safe for use by many threads;
 * called on the thread that logs.
 * <p>
 * Each event gets a generator of its own on pooled buffers. The superclass keeps one for
 * each thread, which for virtual threads means one for each request.
 */
public final class JsonLogEncoder extends LoggingEventCompositeJsonEncoder {

	private static final String UNWRITABLE = "{\"level\":\"ERROR\",\"message\":\"(log event could not be written: %s)\"}\n";

	private final LineProvider lines;

	/**
	 * Creates the encoder. It has to be started before use.
	 * @param settings what a line looks like
	 */
	public JsonLogEncoder(JsonLogSettings settings) {
		this.lines = new LineProvider(settings);
		getProviders().addProvider(this.lines);
		setFindAndRegisterJacksonModules(false);
		addDecorator(new Escaping());
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		ObjectMapper mapper = this.lines.mapper();
		if (mapper == null) {
			return unwritable(new IllegalStateException("not started"));
		}
		try {
			return encode(event, mapper, false);
		}
		catch (Throwable ex) {
			return encodeBare(event, mapper);
		}
	}

	private byte[] encodeBare(ILoggingEvent event, ObjectMapper mapper) {
		try {
			return encode(event, mapper, true);
		}
		catch (Throwable ex) {
			return unwritable(ex);
		}
	}

	private byte[] encode(ILoggingEvent event, ObjectMapper mapper, boolean bare) {
		LineBuffer buffer = new LineBuffer();
		try (JsonGenerator generator = mapper.createGenerator(buffer)) {
			generator.writeStartObject();
			if (bare) {
				this.lines.writeBare(generator, event);
			}
			else {
				getProviders().writeTo(generator, event);
			}
			generator.writeEndObject();
		}
		return buffer.toLine();
	}

	private static byte[] unwritable(Throwable ex) {
		return UNWRITABLE.formatted(ex.getClass().getName()).getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void encode(ILoggingEvent event, OutputStream outputStream) throws IOException {
		outputStream.write(encode(event));
	}

	private static final class Escaping implements TokenStreamFactoryBuilderDecorator<JsonFactory, JsonFactoryBuilder> {

		@Override
		public JsonFactoryBuilder decorate(JsonFactoryBuilder factory) {
			return factory.characterEscapes(LineEscapes.INSTANCE);
		}

	}

}
