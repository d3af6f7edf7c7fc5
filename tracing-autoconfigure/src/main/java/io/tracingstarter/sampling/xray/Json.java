package io.tracingstarter.sampling.xray;

import java.util.Map;

/**
 * Reads and writes JSON with whatever library the application has. Any thread.
 */
public interface Json {

	/**
	 * Reads an object.
	 * @param text the JSON
	 * @return its fields: texts, numbers, lists, maps, and {@code null} for null
	 * @throws RuntimeException if it is not a JSON object
	 */
	Map<String, Object> read(String text);

	/**
	 * Writes an object.
	 * @param object texts, numbers, lists and maps by name
	 * @return the JSON
	 */
	String write(Map<String, ?> object);

}
