package io.tracingstarter.cli.source.log;

import org.jspecify.annotations.Nullable;

/**
 * A line as Kubernetes' container runtimes write it:
 * {@code 2026-11-20T18:24:34.697078123Z stdout F text}.
 *
 * @param nanos when the runtime read it
 * @param text what the container wrote
 */
record ContainerLine(long nanos, String text) {

	private static final int MAX_TIME_LENGTH = 40;

	static @Nullable ContainerLine parse(String line) {
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
		return (nanos != 0) ? new ContainerLine(nanos, line.substring(flag + 2)) : null;
	}

	LogDecoder.Place place(LogDecoder.Place outer) {
		return new LogDecoder.Place(this.nanos, outer.service(), outer.origin());
	}

}
