package io.tracingstarter.cli.source.log;

import org.jspecify.annotations.Nullable;

/**
 * A line as Kubernetes' container runtimes write it:
 * {@code 2026-11-20T18:24:34.697078123Z stdout F text}.
 *
 * @param nanos when the runtime read it
 * @param text what the container wrote
 * @param split whether the next line is more of it, because it is long
 */
record ContainerLine(long nanos, String text, boolean split) {

	private static final int MAX_TIME_LENGTH = 40;

	/**
	 * Reads a line, or several that belong together: the lines of a stack trace, or the
	 * parts of a line that was too long.
	 * @return null where the first is none of these
	 */
	static @Nullable ContainerLine parse(String event) {
		int end = event.indexOf('\n');
		ContainerLine first = parseOne((end < 0) ? event : event.substring(0, end));
		if (first == null || end < 0) {
			return first;
		}
		StringBuilder text = new StringBuilder(first.text);
		boolean split = first.split;
		for (String line : (Iterable<String>) event.substring(end + 1).lines()::iterator) {
			ContainerLine next = parseOne(line);
			text.append(split ? "" : "\n").append((next != null) ? next.text : line);
			split = next != null && next.split;
		}
		return new ContainerLine(first.nanos, text.toString(), split);
	}

	private static @Nullable ContainerLine parseOne(String line) {
		int space = line.indexOf(' ');
		if (space < "2026-11-20T18:24:34Z".length() || space > MAX_TIME_LENGTH || line.length() < space + 10) {
			return null;
		}
		String stream = line.substring(space + 1, space + 8);
		int flag = space + 8;
		if (!(stream.equals("stdout ") || stream.equals("stderr ")) || line.charAt(flag + 1) != ' '
				|| "FP".indexOf(line.charAt(flag)) < 0) {
			return null;
		}
		long nanos = LogTimes.parse(line.substring(0, space));
		return (nanos != 0) ? new ContainerLine(nanos, line.substring(flag + 2), line.charAt(flag) == 'P') : null;
	}

	LogDecoder.Place place(LogDecoder.Place outer) {
		return new LogDecoder.Place(this.nanos, outer.service(), outer.origin());
	}

}
