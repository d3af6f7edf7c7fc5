package io.tracingstarter.cli.source.log;

import org.jspecify.annotations.Nullable;

/**
 * A log line inside of a JSON object that a container runtime or a collector put around
 * it, such as Docker's {@code {"log":"…","stream":"stdout","time":"…"}}.
 *
 * @param text the line inside
 * @param place what the envelope says of it
 */
record Envelope(String text, LogDecoder.Place place) {

	private static final String[] SERVICE = { "kubernetes.labels.app.kubernetes.io/name", "kubernetes.labels.app",
			"kubernetes.container_name", "kubernetes.container.name", "container_name", "ecs_container_name" };

	/**
	 * Returns the line inside, or null where the object is a log line itself.
	 */
	static @Nullable Envelope open(JsonTree tree, LogDecoder.Place outer) {
		String inner = inner(tree);
		if (inner == null) {
			return null;
		}
		long nanos = LogTimes.take(tree);
		String service = outer.service();
		if (service.isEmpty()) {
			String name = tree.takeText(SERVICE);
			service = (name != null) ? name : "";
		}
		return new Envelope(inner.stripTrailing(),
				new LogDecoder.Place((nanos != 0) ? nanos : outer.nanos(), service, outer.origin()));
	}

	private static @Nullable String inner(JsonTree tree) {
		String log = tree.text("log");
		if (log != null && (tree.has("stream") || isObject(log))) {
			return log;
		}
		String message = tree.text("message");
		if (message != null && isObject(message)) {
			JsonTree inside = JsonTree.parse(message);
			if (inside != null && (inside.has("span") || LogTimes.take(inside) != 0)) {
				return message;
			}
		}
		return null;
	}

	private static boolean isObject(String text) {
		return text.startsWith("{") && text.stripTrailing().endsWith("}");
	}

}
