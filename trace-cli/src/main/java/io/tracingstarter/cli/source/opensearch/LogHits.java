package io.tracingstarter.cli.source.opensearch;

import java.time.Instant;
import java.util.Set;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.http.StoredLines;
import io.tracingstarter.cli.source.log.LogDecoder;
import tools.jackson.databind.JsonNode;

/**
 * Reads one page of documents.
 */
final class LogHits {

	private final StoredLines lines;

	private final Set<String> seen;

	private int count;

	private int added;

	private long lastMillis;

	private boolean cut;

	/**
	 * @param lines takes what is read
	 * @param seen the documents that were read before
	 */
	LogHits(StoredLines lines, Set<String> seen) {
		this.lines = lines;
		this.seen = seen;
	}

	void add(JsonNode hit) {
		this.count++;
		long nanos = 0;
		JsonNode time = hit.path("sort").path(0);
		if (time.isIntegralNumber()) {
			this.lastMillis = time.asLong(0);
			nanos = EpochNanos.of(Instant.ofEpochMilli(this.lastMillis));
		}
		String index = hit.path("_index").asString("");
		if (this.seen.add(index + "/" + hit.path("_id").asString(""))) {
			this.added++;
			this.lines.add(hit.path("_source").toString(),
					new LogDecoder.Place(nanos, "", index + "/" + hit.path("_id").asString("")));
		}
	}

	/**
	 * Reads what stands around the documents.
	 */
	void end(JsonNode answer, Findings findings) {
		if (answer.path("timed_out").asBoolean(false)) {
			findings.note("the search took too long: its answer is not complete");
		}
		JsonNode shards = answer.path("_shards");
		int failed = shards.path("failed").asInt(0);
		if (failed > 0) {
			String reason = shards.path("failures").path(0).path("reason").path("reason").asString("no reason given");
			findings.note(failed + " of " + shards.path("total").asInt(0) + " shards failed: "
					+ reason.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(200, reason.length())));
		}
	}

	void cut(boolean wasCut) {
		this.cut = wasCut;
	}

	int added() {
		return this.added;
	}

	long lastMillis() {
		return this.lastMillis;
	}

	/**
	 * Returns whether there is nothing behind this page, or no way to it.
	 */
	boolean isLast(int size) {
		return this.cut ? this.added == 0 : this.count < size;
	}

}
