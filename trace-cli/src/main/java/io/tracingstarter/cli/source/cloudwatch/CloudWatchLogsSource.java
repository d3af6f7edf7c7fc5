package io.tracingstarter.cli.source.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Console;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.LogsInsights;
import io.tracingstarter.cli.source.aws.SearchTerm;
import io.tracingstarter.cli.source.log.LogDecoder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Log groups of CloudWatch Logs. A question without a window searches the last day.
 */
public final class CloudWatchLogsSource implements Source {

	private static final Duration WITHOUT_WINDOW = Duration.ofDays(1);

	private final CloudWatchLogsSettings settings;

	private final LogDecoder decoder;

	private final AwsService<CloudWatchLogsClient> logs;

	private final LogGroups groups;

	/**
	 * @param settings what to search; AWS is not asked before the first question
	 * @param decoder reads the messages
	 */
	public CloudWatchLogsSource(CloudWatchLogsSettings settings, LogDecoder decoder) {
		this.settings = settings;
		this.decoder = decoder;
		this.logs = AwsService.logs(settings.aws());
		this.groups = new LogGroups(this.logs, settings.groups());
	}

	@Override
	public String name() {
		return this.settings.name();
	}

	@Override
	public String target() {
		return "CloudWatch Logs " + String.join(", ", this.settings.groups());
	}

	@Override
	public Answer find(Question question) throws SourceException, InterruptedException {
		Findings findings = new Findings(question.limits());
		List<SearchTerm> terms = SearchTerm.of(question.ids());
		TimeWindow window = (question.window() != null) ? question.window() : lastDay(findings);
		search(terms.stream().map(SearchTerm::quoted).distinct().toList(), window, question.limits(),
				(line) -> SearchTerm.isIn(line, terms), findings);
		return findings.answer();
	}

	@Override
	public Answer recent(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings findings = new Findings(
				new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, limits.lineBytes(), limits.timeout()));
		try {
			search(Recent.TEXTS, window, limits, (line) -> true, findings);
		}
		catch (SourceException ex) {
			throw new SourceException(String.valueOf(ex.getMessage()), ex.action(), Recent.of(ex.partial(), limits));
		}
		return Recent.of(findings.answer(), limits);
	}

	@Override
	public Answer spans(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings findings = new Findings(limits);
		search(List.of('"' + LogDecoder.SPAN_MARK + '"'), window, limits, (line) -> true, findings);
		return findings.answer();
	}

	private void search(List<String> texts, TimeWindow window, Limits limits, Predicate<String> wanted,
			Findings findings) throws SourceException, InterruptedException {
		if (texts.isEmpty()) {
			return;
		}
		Deadline deadline = Deadline.within(limits.timeout());
		LineCollector collector = new LineCollector(this.decoder, limits, findings, wanted);
		List<LogGroup> found = this.groups.find(deadline);
		if (found.isEmpty()) {
			findings.note("no log group matches " + String.join(", ", this.settings.groups()));
		}
		Search search = this.settings.insightsFor(found.size())
				? new InsightsSearch(new LogsInsights(this.logs), findings) : new FilterSearch(this.logs);
		List<GroupSearches.Part> parts = new ArrayList<>();
		for (List<String> some : Parts.ofLength(texts, Parts.PATTERN_LENGTH)) {
			for (List<LogGroup> together : Parts.ofSize(found, search.groupsAtOnce())) {
				parts.add(() -> search.search(together, some, window, deadline, collector));
			}
		}
		List<AwsException> failures = GroupSearches.run(parts);
		collector.conclude();
		failures.stream().skip(1).map(AwsException::reason).forEach(findings::note);
		if (!failures.isEmpty()) {
			throw failures.get(0).after(findings.answer());
		}
	}

	@Override
	public String check() throws SourceException, InterruptedException {
		return new CloudWatchLogsCheck(this.settings, this.logs, this.groups)
			.check(Deadline.within(Limits.DEFAULTS.timeout()));
	}

	@Override
	public Optional<DeepLink> linesLink(String correlationId, @Nullable TimeWindow window) {
		List<String> texts = SearchTerm.of(List.of(correlationId)).stream().map(SearchTerm::quoted).toList();
		List<String> names = this.groups.known().stream().map(LogGroup::id).limit(LogsInsights.GROUPS).toList();
		return (texts.isEmpty() || names.isEmpty()) ? Optional.empty()
				: this.logs.region()
					.map((region) -> new DeepLink("CloudWatch Logs Insights, " + correlationId,
							Console.insights(region, names, InsightsSearch.query(texts), window)));
	}

	private static TimeWindow lastDay(Findings findings) {
		Instant now = Instant.now();
		findings.note("searched the last 24 hours, as no window was given");
		return new TimeWindow(now.minus(WITHOUT_WINDOW), now.plusSeconds(60));
	}

	@Override
	public void close() {
		this.logs.close();
	}

}
