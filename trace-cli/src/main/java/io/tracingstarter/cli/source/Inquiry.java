package io.tracingstarter.cli.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Asks all sources at once. What they find names further ids (a correlation id its
 * traces, a trace its correlation id), for which all are asked again, until nothing new
 * comes up.
 */
public final class Inquiry implements AutoCloseable {

	/** One round finds the traces of an id, one their other ids, one what those name. */
	private static final int MAX_ROUNDS = 3;

	private static final int MAX_IDS = 100;

	/**
	 * Shorter ids are words of other lines, too: they are searched only where somebody
	 * typed them.
	 */
	private static final int MIN_LENGTH = 4;

	private final List<Source> sources;

	private final Limits limits;

	private final Map<String, Duration> timeouts;

	private final Progress progress;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "source");
		// a source that hangs must not keep the command from ending
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * @param sources who is asked
	 * @param limits how much each may bring
	 * @param timeouts how long a source may take where it has a time-out of its own, by
	 * name
	 * @param progress hears how far each is
	 */
	public Inquiry(List<Source> sources, Limits limits, Map<String, Duration> timeouts, Progress progress) {
		this.sources = List.copyOf(sources);
		this.limits = limits;
		this.timeouts = Map.copyOf(timeouts);
		this.progress = progress;
	}

	/**
	 * Finds all there is of a request. Never fails: a source that does is one more thing
	 * to tell.
	 * @param ids what somebody typed
	 * @param window the time to search; null for all there is
	 * @throws InterruptedException when the user gives up
	 */
	public Evidence find(List<RequestId> ids, @Nullable TimeWindow window) throws InterruptedException {
		List<Conversation> conversations = this.sources.stream()
			.map((source) -> new Conversation(source, window, this.progress))
			.toList();
		Set<String> asked = new LinkedHashSet<>();
		Set<String> next = new LinkedHashSet<>(ids.stream().map(RequestId::value).toList());
		for (int round = 0; round < MAX_ROUNDS && !next.isEmpty(); round++) {
			Set<String> wanted = next;
			askAll(conversations, (source, limits) -> source.find(new Question(wanted, window, limits)));
			asked.addAll(next);
			next = furtherIds(conversations, asked);
		}
		return evidence(ids.stream().map(RequestId::value).toList(), conversations);
	}

	/**
	 * Finds what happened lately.
	 * @param window the time to search
	 * @throws InterruptedException when the user gives up
	 */
	public Evidence recent(TimeWindow window) throws InterruptedException {
		return gather(window, (source, limits) -> source.recent(window, limits));
	}

	/**
	 * Finds the spans of a time.
	 * @param window the time to search
	 * @throws InterruptedException when the user gives up
	 */
	public Evidence spans(TimeWindow window) throws InterruptedException {
		return gather(window, (source, limits) -> source.spans(window, limits));
	}

	private Evidence gather(TimeWindow window, Conversation.Request request) throws InterruptedException {
		List<Conversation> conversations = this.sources.stream()
			.map((source) -> new Conversation(source, window, this.progress))
			.toList();
		askAll(conversations, request);
		return evidence(List.of(), conversations);
	}

	private void askAll(List<Conversation> conversations, Conversation.Request request) throws InterruptedException {
		List<Conversation> asking = conversations.stream().filter(Conversation::isOpen).toList();
		for (Conversation conversation : asking) {
			Duration timeout = this.timeouts.getOrDefault(conversation.name(), this.limits.timeout());
			conversation.ask(request, this.limits.within(timeout), this.threads);
		}
		for (Conversation conversation : asking) {
			conversation.await();
		}
	}

	private static Set<String> furtherIds(List<Conversation> conversations, Set<String> asked) {
		Set<String> found = new LinkedHashSet<>();
		for (Conversation conversation : conversations) {
			for (Span span : conversation.spans()) {
				add(span.traceId(), asked, found);
				add(span.correlationId(), asked, found);
			}
			for (LogLine line : conversation.lines()) {
				add(line.traceId(), asked, found);
				add(line.correlationId(), asked, found);
			}
		}
		return found;
	}

	private static void add(@Nullable String id, Set<String> asked, Set<String> found) {
		if (id == null || id.length() < MIN_LENGTH || asked.contains(id) || found.contains(id)
				|| RequestId.isPlaceholder(id)) {
			return;
		}
		if (asked.size() + found.size() < MAX_IDS && RequestId.parse(id).isPresent()) {
			found.add(id);
		}
	}

	private static Evidence evidence(List<String> asked, List<Conversation> conversations) {
		List<Span> spans = new ArrayList<>();
		List<LogLine> lines = new ArrayList<>();
		for (Conversation conversation : conversations) {
			spans.addAll(conversation.spans());
			lines.addAll(conversation.lines());
		}
		return new Evidence(asked, spans, lines, conversations.stream().map(Conversation::search).toList());
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
