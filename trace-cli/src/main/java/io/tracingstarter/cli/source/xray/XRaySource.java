package io.tracingstarter.cli.source.xray;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.xray.XRayClient;

/**
 * Traces of AWS X-Ray. A question without a window searches the last day; X-Ray keeps
 * traces for thirty.
 */
public final class XRaySource implements Source {

	private static final Duration WITHOUT_WINDOW = Duration.ofDays(1);

	private static final Duration KEPT = Duration.ofDays(30);

	private final XRaySettings settings;

	private final AwsService<XRayClient> xray;

	private final AwsService<CloudWatchLogsClient> logs;

	private final TraceSearch search;

	/**
	 * @param settings what to search; AWS is not asked before the first question
	 */
	public XRaySource(XRaySettings settings) {
		this.settings = settings;
		this.xray = AwsService.xray(settings.aws());
		this.logs = AwsService.logs(settings.aws());
		this.search = new TraceSearch(settings.mode(), new TraceSummaries(this.xray), new TraceBatches(this.xray),
				new TraceRetrieval(this.xray), new SpanLogGroup(new LogsInsights(this.logs), settings.spansLogGroup()));
	}

	@Override
	public String name() {
		return this.settings.name();
	}

	@Override
	public String target() {
		String region = this.settings.aws().region();
		return (region != null) ? "AWS X-Ray in " + region : "AWS X-Ray";
	}

	@Override
	public Answer find(Question question) throws SourceException, InterruptedException {
		Findings findings = new Findings(question.limits());
		SpanCollector spans = new SpanCollector(findings);
		TimeWindow window = kept(question.window(), findings);
		try {
			this.search.find(question, window, Deadline.within(question.limits().timeout()), spans);
		}
		catch (AwsException ex) {
			spans.conclude();
			throw ex.after(findings.answer());
		}
		spans.conclude();
		return findings.answer();
	}

	@Override
	public Answer recent(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		try {
			return entries(spans(window, limits));
		}
		catch (SourceException ex) {
			throw new SourceException(String.valueOf(ex.getMessage()), ex.action(), entries(ex.partial()));
		}
	}

	@Override
	public Answer spans(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings findings = new Findings(limits);
		SpanCollector spans = new SpanCollector(findings);
		TimeWindow searched = kept(window, findings);
		try {
			this.search.recent(searched, limits, Deadline.within(limits.timeout()), spans);
		}
		catch (AwsException ex) {
			throw ex.after(findings.answer());
		}
		spans.conclude();
		return findings.answer();
	}

	private static Answer entries(Answer all) {
		List<Span> spans = all.spans()
			.stream()
			.filter((span) -> span.parentSpanId() == null || span.kind() == SpanKind.SERVER)
			.sorted(Comparator.comparingLong(Span::startNanos).reversed())
			.toList();
		return new Answer(spans, List.of(), all.notes());
	}

	private static TimeWindow kept(@Nullable TimeWindow window, Findings findings) {
		Instant now = Instant.now();
		if (window == null) {
			findings.note("searched the last 24 hours, as no window was given");
			return new TimeWindow(now.minus(WITHOUT_WINDOW), now.plusSeconds(60));
		}
		Instant oldest = now.minus(KEPT);
		if (window.from().isBefore(oldest) && window.until().isAfter(oldest)) {
			findings.note("searched the last 30 days: X-Ray keeps no longer");
			return new TimeWindow(oldest, window.until());
		}
		return window;
	}

	@Override
	public String check() throws SourceException, InterruptedException {
		return this.search.check(Deadline.within(Limits.DEFAULTS.timeout()));
	}

	@Override
	public Optional<DeepLink> traceLink(String traceId, @Nullable TimeWindow window) {
		return this.xray.region()
			.map((region) -> new DeepLink("X-Ray, trace " + traceId, Console.trace(region, traceId)));
	}

	@Override
	public void close() {
		this.xray.close();
		this.logs.close();
	}

}
