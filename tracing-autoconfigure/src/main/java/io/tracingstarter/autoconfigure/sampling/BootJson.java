package io.tracingstarter.autoconfigure.sampling;

import java.util.Map;

import io.tracingstarter.sampling.xray.Json;

import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * JSON as Boot reads and writes it, with or without a library on the class path.
 */
final class BootJson implements Json {

	private final JsonParser parser = JsonParserFactory.getJsonParser();

	private final JsonWriter<Map<String, ?>> writer = JsonWriter.standard();

	@Override
	public Map<String, Object> read(String text) {
		return this.parser.parseMap(text);
	}

	@Override
	public String write(Map<String, ?> object) {
		return this.writer.writeToString(object);
	}

}
