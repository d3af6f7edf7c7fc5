package mysfits.demo.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a faulty trace is recognised, whatever the fault.
 */
class TraceExpectationTests {

	private static final String ID = "order-1";

	private final TraceExpectation expectation = TraceExpectation.ofLike(true).andCount();

	private final List<Span> spans = new ArrayList<>();

	@BeforeEach
	void completeTrace() {
		this.spans.add(span("1", null, "mysfits-web", "SERVER", "http post /api/mysfits/{id}/like", ID));
		this.spans.add(span("2", "1", "mysfits-web", "CLIENT", "http post", ID));
		this.spans.add(span("3", "2", "like-service", "SERVER", "http post /mysfits/{id}/like", ID));
		this.spans.add(span("4", "3", "like-service", "CLIENT", "http get", ID));
		this.spans.add(span("5", "4", "mysfits-service", "SERVER", "http get /mysfits/{id}", ID));
		this.spans.add(span("6", "5", "mysfits-service", null, "mock-data", ID));
		this.spans.add(span("7", "3", "like-service", "CLIENT", "dynamodb.updateitem", ID));
		this.spans.add(span("8", "5", "mysfits-service", "CLIENT", "select mysfit", ID));
		this.spans.add(span("9", "3", "like-service", null, "tell-followers", ID));
	}

	@Test
	void shouldFindNoProblemWhenTheTraceIsComplete() {
		this.spans.add(span("10", "5", "mysfits-service", null, "another", ID));
		assertThat(problems()).isEmpty();
	}

	@Test
	void shouldNameTheSpanWhenOneIsMissing() {
		this.spans.remove(3);
		assertThat(problems()).anyMatch((problem) -> problem.contains("CLIENT span \"http get\" of like-service"))
			.anyMatch((problem) -> problem.contains("parent of the SERVER span"));
	}

	@Test
	void shouldNameTheSpanWhenItHasAnotherParent() {
		this.spans.set(4, span("5", "3", "mysfits-service", "SERVER", "http get /mysfits/{id}", ID));
		assertThat(problems()).singleElement().asString().contains("http get /mysfits/{id}");
	}

	@Test
	void shouldNameTheCountWhenItHasAnotherParent() {
		this.spans.set(6, span("7", "4", "like-service", "CLIENT", "dynamodb.updateitem", ID));
		assertThat(problems()).singleElement().asString().contains("dynamodb.updateitem");
	}

	@Test
	void shouldNameTheAsyncHopWhenItFellOutOfTheTrace() {
		this.spans.set(8, span("9", null, "like-service", null, "tell-followers", ID));
		assertThat(problems()).anyMatch((problem) -> problem.contains("tell-followers"));
	}

	@Test
	void shouldComplainWhenTheQueryIsMissing() {
		this.spans.remove(7);
		assertThat(problems()).singleElement().asString().contains("CLIENT span \"select mysfit\" of mysfits-service");
	}

	@Test
	void shouldNameTheSpanWhenItLacksTheCorrelationId() {
		this.spans.set(5, span("6", "5", "mysfits-service", null, "mock-data", null));
		assertThat(problems()).singleElement().asString().contains("mock-data").contains("correlation_id=null");
	}

	@Test
	void shouldComplainWhenTheTraceFellApart() {
		this.spans.set(2, span("3", null, "like-service", "SERVER", "http post /mysfits/{id}/like", ID));
		assertThat(problems()).contains("It has 2 first spans instead of one");
	}

	private List<String> problems() {
		return this.expectation.problems(this.spans, ID);
	}

	private static Span span(String id, @Nullable String parentId, String service, @Nullable String kind, String name,
			@Nullable String correlationId) {
		Map<String, String> tags = (correlationId != null) ? Map.of("correlation_id", correlationId) : Map.of();
		return new Span("t", id, parentId, kind, name, 0, 0, new Span.Endpoint(service), tags);
	}

}
