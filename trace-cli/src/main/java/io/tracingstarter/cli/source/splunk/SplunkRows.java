package io.tracingstarter.cli.source.splunk;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.StoredLines;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of an export, each a document of its own.
 */
final class SplunkRows {

	private final StoredLines lines;

	private final Findings findings;

	private int count;

	private @Nullable String failure;

	/**
	 * @param lines takes what is read
	 * @param findings takes what Splunk says beside it
	 */
	SplunkRows(StoredLines lines, Findings findings) {
		this.lines = lines;
		this.findings = findings;
	}

	void read(JsonParser json) {
		while (json.nextToken() != null) {
			add(JsonElements.MAPPER.<JsonNode>readTree(json));
		}
	}

	private void add(JsonNode row) {
		for (JsonNode message : row.path("messages")) {
			String text = message.path("text").asString("").replaceAll("\\p{Cntrl}", " ");
			switch (message.path("type").asString("")) {
				case "ERROR", "FATAL" -> this.failure = text;
				case "WARN" -> this.findings.note("Splunk says: " + text.substring(0, Math.min(200, text.length())));
				default -> {
				}
			}
		}
		JsonNode result = row.path("result");
		String raw = result.path("_raw").asString("");
		if (row.path("preview").asBoolean(false) || raw.isEmpty()) {
			return;
		}
		this.count++;
		String origin = "index " + result.path("index").asString("?") + ", " + result.path("source").asString("")
				+ " of " + result.path("host").asString("?");
		this.lines.add(raw, new LogDecoder.Place(nanos(result.path("_time").asString("")), "", origin));
	}

	int count() {
		return this.count;
	}

	/**
	 * Returns what Splunk says that went wrong; null where nothing did.
	 */
	@Nullable String failure() {
		return this.failure;
	}

	private static long nanos(String time) {
		try {
			return EpochNanos.of(OffsetDateTime.parse(time).toInstant());
		}
		catch (DateTimeException ex) {
			return 0;
		}
	}

}
