package io.tracingstarter.export.xray;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/**
 * What X-Ray takes; it drops everything else without a word.
 */
final class SegmentSchema {

	private static final int MAX_BYTES = 64 * 1000;

	private static final Schema SCHEMA = load();

	private SegmentSchema() {
	}

	private static Schema load() {
		try (InputStream schema = SegmentSchema.class.getResourceAsStream("/xray-segment-document.schema.json")) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds what is wrong with a document.
	 * @return one line for each fault
	 */
	static List<String> faults(String text) {
		JsonNode document = Documents.read(text);
		List<String> faults = new ArrayList<>();
		SCHEMA.validate(document).forEach((error) -> faults.add(error.toString()));
		if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
			faults.add("larger than 64 kB");
		}
		if (!faults.isEmpty()) {
			return faults;
		}
		if (document.path("end_time").decimalValue().compareTo(document.path("start_time").decimalValue()) < 0) {
			faults.add("ends before it starts");
		}
		if (document.path("name").asString().getBytes(StandardCharsets.UTF_8).length > Limits.NAME) {
			faults.add("name of more than 200 bytes");
		}
		Set<String> exceptions = new HashSet<>();
		for (JsonNode exception : document.at("/cause/exceptions")) {
			if (!exceptions.add(exception.path("id").asString())) {
				faults.add("two exceptions with one id");
			}
		}
		for (JsonNode exception : document.at("/cause/exceptions")) {
			if (exception.has("cause") && !exceptions.contains(exception.path("cause").asString())) {
				faults.add("a cause that is not there");
			}
		}
		return faults;
	}

}
