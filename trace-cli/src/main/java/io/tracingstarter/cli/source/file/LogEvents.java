package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the lines that contain an id, and keeps those that belong to it and lie in the
 * window. Threads may share one.
 */
final class LogEvents {

	private static final LogDecoder DECODER = new LogDecoder();

	private static final int HALF = 16;

	private final Set<String> ids;

	private final @Nullable TimeWindow window;

	private final Findings findings;

	private final AtomicLong outside = new AtomicLong();

	LogEvents(Set<String> ids, @Nullable TimeWindow window, Findings findings) {
		this.ids = ids;
		this.window = window;
		this.findings = findings;
	}

	LineScanner.Sink of(String file) {
		return (buffer, start, end, offset, line, total) -> {
			String text = text(buffer, start, end);
			String origin = origin(file, offset, line);
			take(DECODER.decode(text, new LogDecoder.Place(0, "", origin)), end - start, total);
		};
	}

	static String text(byte[] buffer, int start, int end) {
		String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	static String origin(String file, long offset, long line) {
		return (line >= 0) ? file + ":" + (line + 1) : file + "@byte " + offset;
	}

	void noteOutside() {
		if (this.outside.get() > 0) {
			this.findings.note(this.outside.get()
					+ " more lie outside of the time that was searched; times without a zone count as UTC");
		}
	}

	private void take(LogDecoder.Decoded decoded, int kept, long total) {
		if (decoded.span() != null) {
			take(decoded.span());
		}
		else if (decoded.line() != null) {
			take((kept + 1 < total) ? cut(decoded.line(), kept, total) : decoded.line());
		}
	}

	private void take(Span span) {
		boolean belongs = this.ids.contains(span.traceId()) || this.ids.contains(span.correlationId())
				|| span.attributes().values().stream().anyMatch((value) -> this.ids.stream().anyMatch(value::contains));
		if (!belongs) {
			return;
		}
		if (this.window == null
				|| (span.endNanos() >= this.window.fromNanos() && span.startNanos() < this.window.untilNanos())) {
			this.findings.add(span);
		}
		else {
			this.outside.incrementAndGet();
		}
	}

	private void take(LogLine line) {
		boolean inside = this.window == null || line.nanos() == 0
				|| (line.nanos() >= this.window.fromNanos() && line.nanos() < this.window.untilNanos());
		if (inside) {
			this.findings.add(withTraceId(line));
		}
		else {
			this.outside.incrementAndGet();
		}
	}

	// Datadog's lines know only the lower half of a trace id
	private LogLine withTraceId(LogLine line) {
		String found = line.traceId();
		if (found == null || !found.startsWith("0".repeat(HALF))) {
			return line;
		}
		for (String id : this.ids) {
			if (RequestId.isTraceId(id) && id.endsWith(found.substring(HALF))) {
				return new LogLine(line.nanos(), line.level(), line.service(), line.message(), line.logger(),
						line.thread(), id, line.spanId(), line.correlationId(), line.failure(), line.fields(),
						line.structured(), line.origin());
			}
		}
		return line;
	}

	private static LogLine cut(LogLine line, int kept, long total) {
		Map<String, String> fields = new LinkedHashMap<>(line.fields());
		fields.put("cut", "kept the first " + kept + " of " + total + " bytes");
		return new LogLine(line.nanos(), line.level(), line.service(), line.message(), line.logger(), line.thread(),
				line.traceId(), line.spanId(), line.correlationId(), line.failure(), fields, line.structured(),
				line.origin());
	}

}
