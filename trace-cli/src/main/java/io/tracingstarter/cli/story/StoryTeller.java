package io.tracingstarter.cli.story;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StoryLine;

/**
 * Makes one story of all that was found of a request. Takes time in proportion to what
 * was found, and memory likewise. Threads may share one.
 */
public final class StoryTeller {

	private final Clock clock;

	private final StorySettings settings;

	public StoryTeller(Clock clock) {
		this(clock, StorySettings.DEFAULTS);
	}

	/**
	 * @param clock tells how old a request is
	 * @param settings from when on to warn
	 */
	public StoryTeller(Clock clock, StorySettings settings) {
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Tells the story.
	 * @param evidence all that was found; hostile
	 * @param links where to look further
	 */
	public Story tell(Evidence evidence, List<DeepLink> links) {
		StoryWarnings warnings = new StoryWarnings();
		Intake intake = Intake.of(evidence);
		SpanMerger merger = intake.spans();
		Tree tree = new Tree(merger.byId());
		warnings.merged(merger, tree);
		List<Node> nodes = Tree.ordered(merger.nodes());
		ClockSkew skew = new ClockSkew(nodes);
		skew.correct(nodes);
		warnings.skew(nodes);
		warnings.orphans(Orphans.adopt(nodes));
		List<StoryLine> loose = new LineAttacher(merger.byId(), skew).attach(intake.lines());
		Set<String> traced = new LinkedHashSet<>();
		nodes.forEach((node) -> traced.add(node.span.traceId()));
		List<Node> rebuilt = Rebuilder.rebuild(loose, traced);
		warnings.notSampled(intake.lines(), traced, !rebuilt.isEmpty());
		List<Node> all = new ArrayList<>(nodes);
		all.addAll(rebuilt);
		List<Node> ordered = Tree.ordered(all);
		Timing.measure(ordered);
		warnings.missingServices(ordered, intake.services());
		warnings.leftOut(evidence.searches());
		return story(evidence, links, ordered, loose, warnings);
	}

	private Story story(Evidence evidence, List<DeepLink> links, List<Node> ordered, List<StoryLine> loose,
			StoryWarnings warnings) {
		Participants participants = Participants.of(ordered, loose);
		warnings.gaps(ordered, participants.start(), this.settings);
		if (participants.end() > 0) {
			warnings.young(Nanos.minus(EpochNanos.of(this.clock.instant()), participants.end()), this.settings);
		}
		FirstError firstError = new FirstErrorFinder(ordered, loose).find();
		Entry entry = Entry.of(ordered);
		return new Story(evidence.asked(), participants.correlationIds(), participants.traceIds(),
				participants.services(), participants.start(), participants.end(), entry.outcome(firstError != null),
				entry.status(), firstError, StorySpans.of(ordered, firstError), loose, warnings.all(),
				evidence.searches(), links);
	}

	/**
	 * The evidence, each thing once, with the names that services give themselves.
	 */
	private record Intake(SpanMerger spans, List<LogLine> lines, ServiceNames services) {

		static Intake of(Evidence evidence) {
			ServiceNames services = new ServiceNames();
			evidence.spans().forEach((span) -> services.add(span.service()));
			evidence.lines().forEach((line) -> services.add(line.service()));
			SpanMerger spans = new SpanMerger();
			Provenance ofSpans = new Provenance(evidence.searches(), (search) -> search.spans(),
					evidence.spans().size());
			for (int i = 0; i < evidence.spans().size(); i++) {
				spans.add(evidence.spans().get(i), ofSpans.of(i));
			}
			for (Node node : spans.nodes()) {
				String service = services.spelling(node.span.service());
				if (!service.equals(node.span.service())) {
					node.span = SameSpan.with(node.span, service, node.span.startNanos(), node.span.endNanos());
				}
			}
			LineMerger lines = new LineMerger();
			Provenance ofLines = new Provenance(evidence.searches(), (search) -> search.lines(),
					evidence.lines().size());
			for (int i = 0; i < evidence.lines().size(); i++) {
				lines.add(evidence.lines().get(i), ofLines.of(i));
			}
			return new Intake(spans, lines.merged(), services);
		}

	}

}
