package io.tracingstarter.cli.source.log;

import org.jspecify.annotations.Nullable;

/**
 * Lines of Docker's {@code json-file} driver that belong together: those of a stack
 * trace, or the parts of a line that was too long.
 */
final class DockerLines {

	private DockerLines() {
	}

	/**
	 * Returns the first line's object with the text of all. Each text has the line break
	 * that the container wrote, so that none is to be added.
	 * @return null where these are not several lines, or the first is none of Docker's
	 */
	static @Nullable JsonTree join(String event) {
		int end = event.indexOf('\n');
		if (end < 0 || event.charAt(0) != '{') {
			return null;
		}
		JsonTree first = JsonTree.parse(event.substring(0, end));
		String begun = (first != null && first.has("stream")) ? log(first) : null;
		if (first == null || begun == null) {
			return null;
		}
		StringBuilder text = new StringBuilder(begun);
		event.substring(end + 1).lines().forEach((line) -> {
			JsonTree tree = JsonTree.parse(line);
			String more = (tree != null && tree.has("stream")) ? log(tree) : null;
			// a line that is cut stays as it is
			text.append((more != null) ? more : line);
		});
		return first.with("log", text.toString());
	}

	private static @Nullable String log(JsonTree tree) {
		String text = tree.text("log");
		return (text != null || !tree.has("log")) ? text : "";
	}

}
