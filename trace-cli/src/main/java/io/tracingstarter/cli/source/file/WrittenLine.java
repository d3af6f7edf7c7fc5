package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file, looked at without what a container runtime put around it: Kubernetes'
 * {@code TIME stdout F text}, or Docker's {@code {"log":"text\n","stream":"stdout",…}}.
 *
 * @param start where it begins in the file's bytes
 * @param writer who wrote it, and of which stream it is
 * @param bytes hold the beginning of its text
 * @param from where its text begins there
 * @param to the end of these bytes, which may be behind the line
 * @param split whether the runtime split a longer line here
 * @param surely whether there is no doubt of that
 */
record WrittenLine(int start, Writer writer, byte[] bytes, int from, int to, boolean split, boolean surely) {

	private static final int MIN_TIME = "2026-11-20T18:24:34Z".length();

	private static final int MAX_TIME = 40;

	private static final int STREAM = "stdout F ".length();

	/**
	 * Reads a line.
	 * @param bytes the bytes
	 * @param start where the line begins
	 * @param to the end of the bytes
	 */
	static WrittenLine of(byte[] bytes, int start, int to) {
		@Nullable WrittenLine line = null;
		if (start < to && bytes[start] == '{') {
			line = DockerBytes.read(bytes, start, to);
		}
		else if (start < to && bytes[start] >= '0' && bytes[start] <= '9') {
			line = kubernetes(bytes, start, to);
		}
		return (line != null) ? line : new WrittenLine(start, Writer.APPLICATION, bytes, start, to, false, true);
	}

	private static @Nullable WrittenLine kubernetes(byte[] bytes, int start, int to) {
		int space = start + MIN_TIME;
		int last = Math.min(to - STREAM - 1, start + MAX_TIME);
		while (space <= last && bytes[space] > ' ') {
			space++;
		}
		if (space > last || bytes[space] != ' ') {
			return null;
		}
		int flag = space + STREAM - 1;
		Writer writer = Writer.of(bytes, space + 1, to, Writer.KUBERNETES_STDOUT, Writer.KUBERNETES_STDERR);
		if (writer == null || bytes[flag - 1] != ' ' || bytes[flag + 1] != ' '
				|| (bytes[flag] != 'F' && bytes[flag] != 'P')) {
			return null;
		}
		return new WrittenLine(start, writer, bytes, flag + 2, to, bytes[flag] == 'P', true);
	}

	/** Returns whether its text is a JSON object, which no line of text goes on with. */
	boolean isObject() {
		return this.from < this.to && this.bytes[this.from] == '{';
	}

	/** Returns whether its text goes on with a line of text before it. */
	boolean isContinuation() {
		return Continuations.isContinuation(this.bytes, this.from, this.to);
	}

	/** Returns whether this is more of a line that the runtime split. */
	boolean isRestOf(WrittenLine before) {
		return before.split && this.writer == before.writer && (before.surely || !isFirst());
	}

	// {, a date or a level, as those of lines that lost their break on the way
	private boolean isFirst() {
		return isObject() || LineBeginnings.isOne(this.bytes, this.from, this.to);
	}

	/**
	 * Who wrote a line.
	 */
	enum Writer {

		APPLICATION, KUBERNETES_STDOUT, KUBERNETES_STDERR, DOCKER_STDOUT, DOCKER_STDERR;

		private static final byte[] OUT = "stdout".getBytes(StandardCharsets.US_ASCII);

		private static final byte[] ERR = "stderr".getBytes(StandardCharsets.US_ASCII);

		/** Returns whose stream is named here. */
		static @Nullable Writer of(byte[] bytes, int at, int to, Writer stdout, Writer stderr) {
			if (Continuations.startsWith(bytes, at, to, OUT)) {
				return stdout;
			}
			return Continuations.startsWith(bytes, at, to, ERR) ? stderr : null;
		}

	}

}
