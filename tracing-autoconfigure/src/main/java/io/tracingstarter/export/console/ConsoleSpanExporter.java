package io.tracingstarter.export.console;

import java.io.PrintStream;
import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Prints one line for each finished span, for development. Meant for standard error:
 * standard output may hold nothing but JSON log lines.
 */
public final class ConsoleSpanExporter implements SpanExporter {

	private final PrintStream out;

	private final SpanLine line;

	/**
	 * Creates the exporter.
	 * @param out where to print
	 * @param line how a span looks
	 */
	public ConsoleSpanExporter(PrintStream out, SpanLine line) {
		this.out = out;
		this.line = line;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		StringBuilder lines = new StringBuilder();
		for (SpanData span : spans) {
			lines.append(this.line.format(span)).append(System.lineSeparator());
		}
		// one call, so that lines of other threads do not land in between
		this.out.print(lines);
		this.out.flush();
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode flush() {
		this.out.flush();
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return flush();
	}

	@Override
	public String toString() {
		return "ConsoleSpanExporter";
	}

}
