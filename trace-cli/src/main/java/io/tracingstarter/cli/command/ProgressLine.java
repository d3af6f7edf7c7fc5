package io.tracingstarter.cli.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.cli.source.Progress;

/**
 * One line on standard error that says how far each source is, and vanishes in the end.
 * It appears only when the answer takes longer than a moment.
 */
final class ProgressLine implements Progress, AutoCloseable {

	private static final long FIRST_AFTER_MILLIS = 400;

	private static final long EVERY_MILLIS = 200;

	private static final String ERASE = "\r\u001b[K";

	private final PrintWriter out;

	private final int width;

	private final long begun = System.nanoTime();

	private final Map<String, String> states = new LinkedHashMap<>();

	private final ScheduledExecutorService painter;

	private boolean painted;

	ProgressLine(PrintWriter out, int width) {
		this.out = out;
		this.width = width;
		this.painter = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		this.painter.scheduleWithFixedDelay(this::paint, FIRST_AFTER_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void asked(String source) {
		this.states.put(source, "…");
	}

	@Override
	public synchronized void answered(String source, int found, boolean failed) {
		this.states.put(source, failed ? "failed" : Integer.toString(found));
	}

	private synchronized void paint() {
		StringBuilder line = new StringBuilder("Searching ")
			.append(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - this.begun))
			.append(" s");
		this.states.forEach((source, state) -> line.append("  ").append(source).append(' ').append(state));
		if (line.length() >= this.width) {
			line.setLength(Math.max(0, this.width - 1));
		}
		this.out.print(ERASE + line);
		this.out.flush();
		this.painted = true;
	}

	@Override
	public void close() {
		this.painter.shutdownNow();
		synchronized (this) {
			if (this.painted) {
				this.out.print(ERASE);
				this.out.flush();
			}
		}
	}

}
