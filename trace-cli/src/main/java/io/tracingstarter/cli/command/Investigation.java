package io.tracingstarter.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tracingstarter.cli.config.Configuration;
import io.tracingstarter.cli.config.ConfigurationException;
import io.tracingstarter.cli.config.ConfigurationFile;
import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Inquiry;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Progress;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.story.StoryTeller;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * Asks the configured sources, with a progress line, and makes stories of what they find.
 */
final class Investigation implements AutoCloseable {

	private static final Duration LINK_PADDING = Duration.ofMinutes(10);

	private final Session session;

	private final Configuration configuration;

	private final Limits limits;

	/**
	 * @param typed the flags of a command that has those of {@link SourceOptions} and the
	 * time-out
	 */
	Investigation(Session session, ParseResult typed) {
		this.session = session;
		SourceOptions options = new SourceOptions(typed);
		Map<String, Map<String, Object>> flags = options.sources();
		boolean dispensable = options.config() == null && options.only().isEmpty() && !flags.isEmpty();
		Optional<ConfigurationFile> file = (dispensable && new TimeOptions(typed).saysSince()) ? Optional.empty()
				: file(options, dispensable);
		this.configuration = Configuration.of(file, flags, options.only(), session.folder(), session.environment());
		this.limits = Limits.DEFAULTS.within(Times.duration(Flags.value(typed, "--timeout"), "--timeout"));
	}

	/**
	 * Where flags name the sources, the file says no more than how far back to search.
	 */
	private Optional<ConfigurationFile> file(SourceOptions options, boolean dispensable) {
		try {
			return ConfigurationFile.find(options.config(), this.session.folder(), this.session.environment());
		}
		catch (ConfigurationException ex) {
			if (!dispensable) {
				throw ex;
			}
			this.session.err().println("trace-request: searching without the configuration: " + ex.getMessage());
			return Optional.empty();
		}
	}

	List<Source> sources() {
		return this.configuration.sources();
	}

	Duration timeout() {
		return this.limits.timeout();
	}

	@Nullable String since() {
		return this.configuration.since();
	}

	Story story(List<RequestId> ids, @Nullable TimeWindow window) throws InterruptedException {
		Evidence evidence = ask(this.limits, (inquiry) -> inquiry.find(ids, window));
		Story story = new StoryTeller(this.session.clock()).tell(evidence, List.of());
		return story.withLinks(links(story));
	}

	/**
	 * @param most how many spans and lines each source may bring; zero for as many as may
	 * be
	 */
	Evidence recent(TimeWindow window, int most) throws InterruptedException {
		Limits few = new Limits(Math.min(most, this.limits.spans()), Math.min(most, this.limits.lines()),
				this.limits.lineBytes(), this.limits.timeout());
		return ask((most > 0) ? few : this.limits, (inquiry) -> inquiry.recent(window));
	}

	Evidence spans(TimeWindow window) throws InterruptedException {
		return ask(this.limits, (inquiry) -> inquiry.spans(window));
	}

	private Evidence ask(Limits limits, Request request) throws InterruptedException {
		if (!this.session.terminal().err()) {
			return ask(limits, request, Progress.SILENT);
		}
		try (ProgressLine progress = new ProgressLine(this.session.err(), this.session.terminal().columns())) {
			return ask(limits, request, progress);
		}
	}

	private Evidence ask(Limits limits, Request request, Progress progress) throws InterruptedException {
		try (Inquiry inquiry = new Inquiry(sources(), limits, this.configuration.timeouts(), progress)) {
			return request.send(inquiry);
		}
	}

	private List<DeepLink> links(Story story) {
		TimeWindow window = story.isEmpty() ? null : new TimeWindow(EpochNanos.toInstant(story.startNanos()),
				EpochNanos.toInstant(story.endNanos()).plusMillis(1))
			.padded(LINK_PADDING);
		List<DeepLink> links = new ArrayList<>();
		for (Source source : sources()) {
			story.traceIds().forEach((id) -> source.traceLink(id, window).ifPresent(links::add));
			story.correlationIds().forEach((id) -> source.linesLink(id, window).ifPresent(links::add));
		}
		return links;
	}

	@Override
	public void close() {
		sources().forEach(Source::close);
	}

	private interface Request {

		Evidence send(Inquiry inquiry) throws InterruptedException;

	}

}
