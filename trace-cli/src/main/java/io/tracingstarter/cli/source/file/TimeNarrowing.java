package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.tracingstarter.cli.model.TimeWindow;

/**
 * Finds the part of a file, written in order of time, that a window of time needs,
 * without reading the rest. A file that is not in order, or tells no times, is needed as
 * a whole.
 */
final class TimeNarrowing {

	/** Lines of one moment may stand so far from each other. */
	private static final Duration PADDING = Duration.ofMinutes(1);

	private static final long SLACK = 1 << 20;

	private static final long SMALL = 4 * SLACK;

	private static final int PROBES = 16;

	private final FileChannel channel;

	private final long size;

	private final TreeMap<Long, Long> times = new TreeMap<>();

	private boolean unknown;

	private TimeNarrowing(FileChannel channel, long size) {
		this.channel = channel;
		this.size = size;
	}

	static Part part(FileChannel channel, long size, TimeWindow window) throws IOException {
		Part whole = new Part(0, size);
		if (size < SMALL) {
			return whole;
		}
		TimeNarrowing narrowing = new TimeNarrowing(channel, size);
		TimeWindow padded = window.padded(PADDING);
		if (narrowing.timeAt(0) >= padded.fromNanos()
				&& narrowing.timeAt(size - LineTimes.REACH) < padded.untilNanos()) {
			return whole;
		}
		for (int probe = 0; probe < PROBES; probe++) {
			narrowing.timeAt(size / PROBES * probe);
		}
		if (!narrowing.isOrdered()) {
			return whole;
		}
		long from = narrowing.firstAt(padded.fromNanos());
		long until = narrowing.firstAt(padded.untilNanos());
		if (!narrowing.isOrdered()) {
			return whole;
		}
		return new Part(Math.max(0, from - SLACK), Math.min(size, until + SLACK));
	}

	private boolean isOrdered() {
		long before = Long.MIN_VALUE;
		for (long time : this.times.values()) {
			if (time < before) {
				return false;
			}
			before = Math.max(before, time - PADDING.toNanos());
		}
		return !this.unknown;
	}

	// the place, exact to the slack, before which all lines are earlier
	private long firstAt(long nanos) throws IOException {
		long low = 0;
		long high = this.size;
		for (Map.Entry<Long, Long> probe : this.times.entrySet()) {
			if (probe.getValue() < nanos) {
				low = Math.max(low, probe.getKey());
			}
			else {
				high = Math.min(high, probe.getKey());
			}
		}
		while (high - low > SLACK / 2 && !this.unknown) {
			long middle = (low + high) >>> 1;
			if (timeAt(middle) < nanos) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return high;
	}

	private long timeAt(long position) throws IOException {
		long time = LineTimes.at(this.channel, position);
		if (time != 0) {
			this.times.put(position, time);
			return time;
		}
		this.unknown = true;
		return 0;
	}

	/**
	 * A part of a file.
	 *
	 * @param from its first byte
	 * @param until its end, exclusive
	 */
	record Part(long from, long until) {

	}

}
