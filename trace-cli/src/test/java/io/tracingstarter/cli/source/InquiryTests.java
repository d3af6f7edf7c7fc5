package io.tracingstarter.cli.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Inquiry}.
 */
class InquiryTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final Limits LIMITS = new Limits(100, 100, 1000, Duration.ofSeconds(20));

	@Test
	void shouldAskAgainWithTheIdsThatCameUpUntilNothingIsNew() throws Exception {
		List<Set<String>> asked = new CopyOnWriteArrayList<>();
		Source first = source("first", (question) -> {
			asked.add(question.ids());
			return question.ids().contains("order-1") ? answer(line("order-1", TRACE_ID)) : Answer.NOTHING;
		});
		Source second = source("second",
				(question) -> question.ids().contains(TRACE_ID) ? answer(line("order-1", TRACE_ID)) : Answer.NOTHING);
		Evidence evidence = find(List.of(first, second), LIMITS);
		assertThat(asked).containsExactly(Set.of("order-1"), Set.of(TRACE_ID));
		assertThat(evidence.lines()).hasSize(2);
		assertThat(evidence.searches()).extracting(Search::lines).containsExactly(1, 1);
	}

	@Test
	void shouldTellOnceWhatASourceFindsForSeveralIdsAndTwiceWhatItHasTwice() throws Exception {
		LogLine start = line("order-1", TRACE_ID);
		LogLine later = line(null, TRACE_ID);
		Source source = source("files", (question) -> new Answer(List.of(),
				question.ids().contains("order-1") ? List.of(start, start) : List.of(start, later, start, later),
				List.of()));
		Evidence evidence = find(List.of(source), LIMITS);
		assertThat(evidence.lines()).containsExactly(start, start, later, later);
		assertThat(evidence.searches()).extracting(Search::lines).containsExactly(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "null", "None", "N/A", "undefined", "unknown", "0", "1", "42", "abc",
			"00000000-0000-0000-0000-000000000000" })
	void shouldNotFollowWhatLeadsToTheRequestsOfOthers(String id) throws Exception {
		List<Set<String>> asked = new CopyOnWriteArrayList<>();
		Source source = source("files", (question) -> {
			asked.add(question.ids());
			return answer(line(id, TRACE_ID));
		});
		find(List.of(source), LIMITS);
		assertThat(asked).containsExactly(Set.of("order-1"), Set.of(TRACE_ID));
	}

	@Test
	void shouldKeepTheRestWhenASourceFails() throws Exception {
		Source broken = source("broken", (question) -> {
			throw new SourceException("It answered 503", "Try later.", answer(line("order-1", null)));
		});
		Source defect = source("defect", (question) -> {
			throw new IllegalStateException("oops");
		});
		Source well = source("well", (question) -> answer(line("order-1", null)));
		Evidence evidence = find(List.of(broken, defect, well), LIMITS);
		assertThat(evidence.lines()).hasSize(2);
		assertThat(evidence.searches()).extracting((search) -> search.problem() != null)
			.containsExactly(true, true, false);
		assertThat(evidence.searches().get(0).problem()).isEqualTo(new Search.Problem("It answered 503", "Try later."));
	}

	@Test
	void shouldGoOnWithoutItWhenASourceHangs() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		Source hanging = source("hanging", (question) -> {
			never.await();
			return Answer.NOTHING;
		});
		CompletableFuture<Answer> told = new CompletableFuture<>();
		Source deaf = source("deaf", (question) -> told.completeOnTimeout(Answer.NOTHING, 1, TimeUnit.MINUTES).join());
		Source well = source("well", (question) -> answer(line("order-1", null)));
		Evidence evidence = find(List.of(hanging, deaf, well), new Limits(9, 9, 9, Duration.ofMillis(50)));
		assertThat(evidence.lines()).hasSize(1);
		assertThat(evidence.searches()).extracting(Search::problem)
			.filteredOn((problem) -> problem != null)
			.hasSize(2)
			.allSatisfy((problem) -> assertThat(problem.reason()).startsWith("No answer within"));
		told.complete(Answer.NOTHING);
	}

	@Test
	void shouldNotAskForWhatNoIdCanBeWhenALineIsHostile() throws Exception {
		List<Set<String>> asked = new ArrayList<>();
		Source source = source("files", (question) -> {
			asked.add(question.ids());
			return answer(line("order-1", "\" or 1=1"));
		});
		find(List.of(source), LIMITS);
		assertThat(asked).containsExactly(Set.of("order-1"));
	}

	private static Evidence find(List<Source> sources, Limits limits) throws InterruptedException {
		try (Inquiry inquiry = new Inquiry(sources, limits, Map.of(), Progress.SILENT)) {
			return inquiry.find(List.of(new RequestId("order-1")), null);
		}
	}

	private static Answer answer(LogLine line) {
		return new Answer(List.of(), List.of(line), List.of());
	}

	private static LogLine line(String correlationId, String traceId) {
		return new LogLine(1, LogLevel.INFO, "orders", "hello", null, null, traceId, null, correlationId, null,
				Map.of(), true, "test");
	}

	private static Source source(String name, Finder finder) {
		return new Source() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public String target() {
				return "memory";
			}

			@Override
			public Answer find(Question question) throws SourceException, InterruptedException {
				return finder.find(question);
			}

			@Override
			public Answer recent(TimeWindow window, Limits limits) {
				return Answer.NOTHING;
			}

			@Override
			public String check() {
				return "fine";
			}

		};
	}

	private interface Finder {

		Answer find(Question question) throws SourceException, InterruptedException;

	}

}
