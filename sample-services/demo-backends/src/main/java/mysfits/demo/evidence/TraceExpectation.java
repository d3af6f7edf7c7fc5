package mysfits.demo.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the trace of a request must be like: one chain of spans, each the parent of the
 * next. Other spans may be there too, as long as each hangs on one of the same trace.
 */
public final class TraceExpectation {

	private static final String CORRELATION_ID_TAG = "correlation_id";

	private static final Step COUNTER = new Step("like-service", "SERVER", "http post /mysfits/{id}/like");

	private static final Step COUNT = new Step("like-service", "CLIENT", "dynamodb.updateitem");

	private static final Step FOLLOWERS = new Step("like-service", null, "tell-followers");

	private static final Step CATALOGUE = new Step("mysfits-service", "SERVER", "http get /mysfits/{id}");

	private static final Step QUERY = new Step("mysfits-service", "CLIENT", "select mysfit");

	private final List<Step> chain;

	private final boolean counted;

	private TraceExpectation(List<Step> chain, boolean counted) {
		this.chain = List.copyOf(chain);
		this.counted = counted;
	}

	/**
	 * Returns the expectation for a like: page, counter, catalogue.
	 * @param creatureIsKnown whether the catalogue goes on to make up the creature's mood
	 */
	public static TraceExpectation ofLike(boolean creatureIsKnown) {
		List<Step> chain = new ArrayList<>(
				List.of(new Step("mysfits-web", "SERVER", "http post /api/mysfits/{id}/like"),
						new Step("mysfits-web", "CLIENT", "http post"), COUNTER,
						new Step("like-service", "CLIENT", "http get"), CATALOGUE));
		if (creatureIsKnown) {
			chain.add(new Step("mysfits-service", null, "mock-data"));
		}
		return new TraceExpectation(chain, false);
	}

	/**
	 * Returns the expectation for a like that reaches the table of likes, and of which
	 * the followers hear on another thread.
	 */
	public TraceExpectation andCount() {
		return new TraceExpectation(this.chain, true);
	}

	List<String> problems(List<Span> spans, String correlationId) {
		if (spans.isEmpty()) {
			return List.of("Zipkin has no span of it");
		}
		List<String> problems = new ArrayList<>(chainProblems(spans));
		if (this.counted) {
			for (Step step : List.of(COUNT, FOLLOWERS)) {
				if (!hangs(step, COUNTER, spans)) {
					problems.add(missing(step));
				}
			}
		}
		// the catalogue asks its database whether the creature is known or not
		if (!hangs(QUERY, CATALOGUE, spans)) {
			problems.add(missing(QUERY));
		}
		Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toSet());
		for (Span span : spans) {
			if (span.parentId() != null && !ids.contains(span.parentId())) {
				problems.add("The parent of the " + span.describe() + " is missing");
			}
			if (!correlationId.equals(span.tag(CORRELATION_ID_TAG))) {
				problems.add("The %s has the tag %s=%s".formatted(span.describe(), CORRELATION_ID_TAG,
						span.tag(CORRELATION_ID_TAG)));
			}
		}
		return problems;
	}

	private static boolean hangs(Step step, Step parent, List<Span> spans) {
		Set<String> parents = spans.stream().filter(parent::matches).map(Span::id).collect(Collectors.toSet());
		return spans.stream()
			.filter(step::matches)
			.anyMatch((span) -> span.parentId() != null && parents.contains(span.parentId()));
	}

	private static String missing(Step step) {
		return "The " + step.describe() + " is missing or has the wrong parent";
	}

	private List<String> chainProblems(List<Span> spans) {
		List<Span> roots = spans.stream().filter((span) -> span.parentId() == null).toList();
		if (roots.size() > 1) {
			return List.of("It has " + roots.size() + " first spans instead of one");
		}
		String parentId = null;
		for (Step step : this.chain) {
			String parent = parentId;
			Optional<Span> found = spans.stream()
				.filter((span) -> Objects.equals(span.parentId(), parent))
				.filter(step::matches)
				.findFirst();
			if (found.isEmpty()) {
				return List.of(missing(step));
			}
			parentId = found.get().id();
		}
		return List.of();
	}

	/**
	 * One span of the chain.
	 */
	private record Step(String service, @Nullable String kind, String name) {

		boolean matches(Span span) {
			return this.service.equals(span.service()) && Objects.equals(this.kind, span.kind())
					&& this.name.equals(span.name());
		}

		String describe() {
			return ((this.kind != null) ? this.kind + " " : "") + "span \"" + this.name + "\" of " + this.service;
		}

	}

}
