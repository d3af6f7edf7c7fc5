package io.tracingstarter.cli.story;

import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the trouble began: a failure surfaces in each span above the one it started
 * in, so of the failing spans those count below which nothing fails, and of these the
 * earliest; before others those that the request's own failure goes back to without a
 * gap. Where a call failed and another service, of which there are no spans, logged an
 * error meanwhile, it began there.
 */
final class FirstErrorFinder {

	private static final int MAX_ANCESTORS = 20;

	private final List<Node> ordered;

	private final List<StoryLine> loose;

	/**
	 * @param ordered all spans in order of the tree
	 * @param loose the lines outside of all spans, in order of time
	 */
	FirstErrorFinder(List<Node> ordered, List<StoryLine> loose) {
		this.ordered = ordered;
		this.loose = loose;
	}

	@Nullable FirstError find() {
		Node origin = origin();
		for (StoryLine line : this.loose) {
			LogLine told = line.line();
			if (told.level().compareTo(LogLevel.ERROR) >= 0 && (origin == null || explains(line, origin))) {
				return of(line);
			}
		}
		return (origin != null) ? of(origin) : null;
	}

	private @Nullable Node origin() {
		int count = this.ordered.size();
		boolean[] fails = new boolean[count];
		boolean[] below = new boolean[count];
		for (int i = count - 1; i >= 0; i--) {
			Node node = this.ordered.get(i);
			fails[i] = node.failed() || node.hasErrorLine();
			if (node.parent != null) {
				below[node.parent.index] |= fails[i] || below[i];
			}
		}
		boolean[] chain = new boolean[count];
		Node best = null;
		boolean bestInChain = false;
		for (int i = 0; i < count; i++) {
			Node node = this.ordered.get(i);
			chain[i] = fails[i] && (node.parent == null || chain[node.parent.index]);
			if (!fails[i] || below[i]) {
				continue;
			}
			boolean better = best == null || (chain[i] && !bestInChain)
					|| (chain[i] == bestInChain && time(node) < time(best));
			if (better) {
				best = node;
				bestInChain = chain[i];
			}
		}
		return best;
	}

	private static long time(Node node) {
		SpanEvent event = Failures.exceptionEvent(node.span);
		if (event != null && event.nanos() > 0) {
			return Nanos.minus(event.nanos(), node.offset);
		}
		StoryLine line = Failures.errorLine(node.lines);
		return (line != null && line.nanos() > 0) ? line.nanos() : node.end;
	}

	private static boolean explains(StoryLine line, Node origin) {
		if (origin.rebuilt) {
			// a span from log lines explains no more than a line does: who spoke first,
			// did
			return line.nanos() > 0 && line.nanos() < time(origin);
		}
		return !line.line().service().isEmpty() && !line.line().service().equalsIgnoreCase(origin.span.service())
				&& line.nanos() >= Nanos.minus(origin.start, Nanos.MILLISECOND)
				&& line.nanos() <= Nanos.plus(origin.end, Nanos.MILLISECOND);
	}

	private static FirstError of(StoryLine line) {
		LogLine told = line.line();
		String what = (told.logger() != null) ? told.logger() : "log line";
		return of(told.service(), -1, what, line.nanos(), told.failure(), null, told.said());
	}

	private static FirstError of(Node node) {
		String service = node.span.service();
		String message = node.span.statusMessage();
		SpanEvent event = Failures.exceptionEvent(node.span);
		StoryLine line = errorLine(node);
		Failure failure = (event != null) ? Failures.of(event) : null;
		if (line != null && line.line().failure() != null && (failure == null || failure.stackTrace() == null)) {
			failure = line.line().failure();
		}
		Map<String, String> attributes = node.span.attributes();
		String type = SpanFacts.first(attributes, "exception.type", "exception", "error.type", "error");
		String text = SpanFacts.first(attributes, "exception.message", "error.message");
		if (type != null && type.indexOf(' ') >= 0) {
			// Zipkin: the tag error is a message
			text = (text != null) ? text : type;
			type = null;
		}
		message = (message != null && !message.isBlank()) ? message : text;
		if (message == null && line != null) {
			message = line.line().said();
		}
		String answer = node.span.answer();
		if (message == null && type == null && answer != null) {
			message = "answered " + answer;
		}
		return of(service, node.index, node.span.name(), time(node), failure, type, message);
	}

	/** The exception may have been logged further out, where it was caught. */
	private static @Nullable StoryLine errorLine(Node origin) {
		Node node = origin;
		StoryLine found = null;
		for (int i = 0; i < MAX_ANCESTORS && node != null && node.sameService(origin); i++) {
			StoryLine line = Failures.errorLine(node.lines);
			if (line != null && line.line().failure() != null) {
				return line;
			}
			found = (found != null) ? found : line;
			node = node.parent;
		}
		return found;
	}

	private static FirstError of(String service, int span, String what, long nanos, @Nullable Failure failure,
			@Nullable String type, @Nullable String message) {
		String knownType = (failure != null) ? failure.type() : type;
		String knownMessage = (failure != null && failure.message() != null) ? failure.message() : message;
		return new FirstError(service, span, what, nanos, knownType, knownMessage, failure);
	}

}
