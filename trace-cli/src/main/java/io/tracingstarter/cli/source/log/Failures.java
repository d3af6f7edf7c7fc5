package io.tracingstarter.cli.source.log;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The exception that a JSON log line tells of, in each of the forms in which the common
 * encoders write one.
 */
final class Failures {

	private static final String[] OBJECTS = { "thrown", "throwable", "exception", "err", "error", "Exception" };

	/** Where loggers of Go write why something failed, without a name for it. */
	private static final String[] REASONS = { "error", "err", "errorMessage", "error_message" };

	/** What says that nothing failed, or only that something did. */
	private static final Set<String> NO_REASONS = Set.of("", "-", "none", "null", "nil", "<nil>", "true", "false",
			"ok");

	private static final int MAX_CAUSES = 50;

	private Failures() {
	}

	/**
	 * Takes the exception out of a log line.
	 * @param serious whether the line may be one of an error
	 * @return null where it has none
	 */
	static @Nullable Failure take(JsonTree tree, boolean serious) {
		String type = tree.takeText("throwable_class", "error.type", "Attributes.exception.type",
				"attributes.exception.type", "exception.type", "exception_class", "exceptionClass", "_error_type",
				"_exceptionClass", "exception.exception_class", "error.kind", "error.class");
		String message = tree.takeText("throwable_message", "error.message", "Attributes.exception.message",
				"attributes.exception.message", "exception.message", "exception_message", "_error_message",
				"_exceptionMessage", "exception.exception_message", "error.msg");
		String rootType = tree.takeText("throwable_root_cause_class");
		String rootMessage = tree.takeText("throwable_root_cause_message");
		String stack = tree.takeText("stack_trace", "error.stack_trace", "Attributes.exception.stacktrace",
				"attributes.exception.stacktrace", "exception.stacktrace", "exception.stack_trace", "stackTrace",
				"stacktrace", "StackTrace", "_error_stack_trace", "_exceptionStackTrace", "error.stack", "err.stack",
				"@x", "exc_info", "stack", "errorVerbose");
		if (type == null && stack == null) {
			JsonTree object = tree.takeObject(OBJECTS);
			if (object != null) {
				return ofObject(object);
			}
			String text = tree.text("exception");
			if (text == null) {
				text = tree.text("Exception");
			}
			if (text != null && !text.equals("None")) {
				tree.takeText("exception", "Exception");
				stack = text;
			}
		}
		else if (type == null) {
			type = tree.takeText("err.type", "err.name", "error.name");
			message = (message != null) ? message : tree.takeText("err.message");
		}
		if (serious && type == null && message == null) {
			message = reason(tree);
		}
		Failure failure = StackTrace.failure(type, message, stack);
		if (failure == null && message != null && serious) {
			return new Failure("error", message, null, null, null);
		}
		if (failure == null || rootType == null) {
			return failure;
		}
		boolean itself = rootType.equals(failure.type())
				&& (rootMessage == null || rootMessage.equals(failure.message()));
		return new Failure(failure.type(), failure.message(), itself ? null : rootType, itself ? null : rootMessage,
				failure.stackTrace());
	}

	private static @Nullable String reason(JsonTree tree) {
		for (String name : REASONS) {
			String text = tree.text(name);
			if (text != null && !NO_REASONS.contains(text.strip().toLowerCase(Locale.ROOT))) {
				return tree.takeText(name);
			}
		}
		return null;
	}

	// Log4j2's thrown, Logback's throwable, pino's err
	private static @Nullable Failure ofObject(JsonTree object) {
		String type = object.takeText("name", "className", "class", "type", "exception_class");
		String message = object.takeText("message", "localizedMessage", "exception_message");
		String stack = object.takeText("extendedStackTrace", "stackTrace", "stack", "stacktrace", "stack_trace");
		if (stack == null) {
			stack = frames(object, type, message);
		}
		if (type == null && message == null && stack == null) {
			return null;
		}
		Failure failure = StackTrace.failure(type, message, stack);
		JsonTree root = null;
		JsonTree cause = object.takeObject("cause");
		for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
			root = cause;
			cause = cause.takeObject("cause");
		}
		String rootType = (root != null) ? root.takeText("name", "className", "type") : null;
		if (rootType == null || root == null || failure == null) {
			return (failure != null) ? failure : new Failure("error", message, null, null, null);
		}
		return new Failure(failure.type(), failure.message(), rootType, root.takeText("message", "localizedMessage"),
				failure.stackTrace());
	}

	private static @Nullable String frames(JsonTree object, @Nullable String type, @Nullable String message) {
		List<Object> frames = object.takeArray("extendedStackTrace", "stepArray", "stackTrace");
		if (frames.isEmpty()) {
			return null;
		}
		StringBuilder text = new StringBuilder((type != null) ? type : "error");
		text.append((message != null) ? ": " + message : "");
		for (Object frame : frames) {
			if (frame instanceof Map<?, ?> step) {
				text.append("\n\tat ").append(any(step, "class", "className")).append('.');
				text.append(any(step, "method", "methodName")).append('(').append(any(step, "file", "fileName"));
				text.append(':').append(any(step, "line", "lineNumber")).append(')');
			}
			else {
				text.append("\n\t").append(frame);
			}
		}
		return text.toString();
	}

	private static String any(Map<?, ?> step, String name, String other) {
		Object value = step.get(name);
		value = (value != null) ? value : step.get(other);
		return (value != null) ? value.toString() : "?";
	}

}
