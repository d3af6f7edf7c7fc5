package mysfits.demo.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mysfits.demo.evidence.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * The audit of the log file of one service.
 */
public final class FileAudit {

	private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

	private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

	private static final int SHOWN_FINDINGS = 10;

	private final String service;

	private final Pattern request;

	private final Map<String, String> traceOfRequest;

	private final Set<String> requests = new HashSet<>();

	private final List<String> findings = new ArrayList<>();

	private boolean started;

	private long lines;

	private long requestLines;

	private long missing;

	private long foreign;

	private long unparsable;

	FileAudit(String service, Pattern request, Map<String, String> traceOfRequest) {
		this.service = service;
		this.request = request;
		this.traceOfRequest = traceOfRequest;
	}

	/**
	 * Looks at the next line.
	 * @param parsed the line, or nothing when it could not be parsed
	 */
	public void accept(Optional<LogLine> parsed) {
		this.lines++;
		if (parsed.isEmpty()) {
			this.unparsable++;
			find("line " + this.lines + " is no JSON object");
			return;
		}
		LogLine line = parsed.get();
		Matcher named = this.request.matcher(line.message());
		boolean namesRequest = named.find();
		if (namesRequest || (this.started && line.isOfTheSamples())) {
			this.requestLines++;
			audit(line, namesRequest ? named.group() : null);
		}
		this.started |= line.endsTheStart();
	}

	/**
	 * Returns how many of the requests no line of this file has the id of.
	 */
	public long without(Set<String> correlationIds) {
		return correlationIds.stream().filter((id) -> !this.requests.contains(id)).count();
	}

	/**
	 * Returns the first findings, each in a sentence.
	 */
	public List<String> findings() {
		return List.copyOf(this.findings);
	}

	/**
	 * Returns whether every line that must have ids has the right ones.
	 */
	public boolean isClean() {
		return this.missing + this.foreign + this.unparsable == 0;
	}

	/**
	 * Returns the counts, in a line.
	 */
	public String describe() {
		return "%-16s %,9d lines, %,9d of requests: %,d missing, %,d foreign, %,d unparsable".formatted(this.service,
				this.lines, this.requestLines, this.missing, this.foreign, this.unparsable);
	}

	private void audit(LogLine line, @Nullable String expected) {
		String id = line.correlationId();
		String trace = line.traceId();
		String span = line.spanId();
		if (id == null || trace == null || span == null || !TRACE_ID.matcher(trace).matches()
				|| !SPAN_ID.matcher(span).matches()) {
			this.missing++;
			find("correlationId=%s traceId=%s spanId=%s: %s".formatted(id, trace, span, line.message()));
			return;
		}
		if (expected != null && !expected.equals(id)) {
			this.foreign++;
			find("correlationId=%s but it is about %s: %s".formatted(id, expected, line.message()));
			return;
		}
		this.requests.add(id);
		String first = this.traceOfRequest.putIfAbsent(id, trace);
		if (first != null && !first.equals(trace)) {
			this.foreign++;
			find("correlationId=%s has traceId=%s, elsewhere %s: %s".formatted(id, trace, first, line.message()));
		}
	}

	private void find(String finding) {
		if (this.findings.size() < SHOWN_FINDINGS) {
			this.findings.add(this.service + ": " + finding);
		}
	}

}
