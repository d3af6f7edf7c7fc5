package io.tracingstarter.cli.source.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace as text: of Java with the outermost or with the root cause first, of
 * .NET, Node.js or Python.
 */
final class StackTrace {

	private static final Pattern HEADER = Pattern.compile("(?:Exception in thread \"[^\"]*\" |Uncaught )?"
			+ "([A-Za-z_$][\\w$]*(?:[.:/]{1,2}[A-Za-z_$][\\w$]*)*)(?:: (.*)|:)?", Pattern.DOTALL);

	private static final String CAUSE = "Caused by: ";

	private static final String WRAPPER = "Wrapped by: ";

	private static final String NET_CAUSE = "---> ";

	private static final int MAX_HEADERS = 1000;

	private StackTrace() {
	}

	/**
	 * Returns the exception that a stack trace tells of.
	 * @param type its class, where known
	 * @param message its message, where known
	 * @param text the stack trace
	 * @return null where nothing is known
	 */
	static @Nullable Failure failure(@Nullable String type, @Nullable String message, @Nullable String text) {
		List<Header> headers = (text != null) ? headers(text) : List.of();
		boolean rootFirst = text != null && text.contains("\n" + WRAPPER);
		Header first = headers.isEmpty() ? null : headers.get(rootFirst ? headers.size() - 1 : 0);
		Header root = (headers.size() < 2) ? null : headers.get(rootFirst ? 0 : headers.size() - 1);
		String name = (type != null) ? type : (first != null) ? first.type() : null;
		if (name == null && text == null) {
			return null;
		}
		String reason = (message != null || first == null) ? message : first.message();
		return new Failure((name != null) ? name : "error", reason, (root != null) ? root.type() : null,
				(root != null) ? root.message() : null, text);
	}

	private static List<Header> headers(String text) {
		List<Header> headers = new ArrayList<>();
		if (text.startsWith("Traceback (")) {
			add(headers, text.substring(text.stripTrailing().lastIndexOf('\n') + 1).stripTrailing());
			return headers;
		}
		StringBuilder header = null;
		for (String line : (Iterable<String>) text.lines()::iterator) {
			String start = start(line, headers.isEmpty() && header == null);
			if (start != null) {
				add(headers, header);
				header = new StringBuilder(start);
			}
			else if (isFrame(line)) {
				add(headers, header);
				header = null;
			}
			else if (header != null) {
				header.append('\n').append(line);
			}
			if (headers.size() >= MAX_HEADERS) {
				break;
			}
		}
		add(headers, header);
		return headers;
	}

	private static @Nullable String start(String line, boolean first) {
		if (line.startsWith(CAUSE)) {
			return line.substring(CAUSE.length());
		}
		if (line.startsWith(WRAPPER)) {
			return line.substring(WRAPPER.length());
		}
		String stripped = line.stripLeading();
		if (stripped.startsWith(NET_CAUSE)) {
			return stripped.substring(NET_CAUSE.length());
		}
		return (first && !line.isBlank()) ? line : null;
	}

	private static boolean isFrame(String line) {
		String stripped = line.stripLeading();
		return line.length() != stripped.length() && (stripped.startsWith("at ") || stripped.startsWith("... ")
				|| stripped.startsWith("Suppressed: ") || stripped.startsWith("Caused by: "));
	}

	private static void add(List<Header> headers, @Nullable CharSequence header) {
		if (header == null) {
			return;
		}
		Matcher matcher = HEADER.matcher(header);
		if (matcher.matches()) {
			headers.add(new Header(matcher.group(1), matcher.group(2)));
		}
	}

	private record Header(String type, @Nullable String message) {

	}

}
