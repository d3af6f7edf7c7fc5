package io.tracingstarter.cli.render.html;

import java.util.Locale;

/**
 * Writes durations as people read them.
 */
final class Durations {

	private Durations() {
	}

	static String of(long nanos) {
		if (nanos < 1_000_000) {
			return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
		}
		if (nanos < 1_000_000_000) {
			return String.format(Locale.ROOT, (nanos < 10_000_000) ? "%.1f ms" : "%.0f ms", nanos / 1e6);
		}
		return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
	}

}
