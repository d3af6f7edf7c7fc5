package io.tracingstarter.cli.source.xray;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsException.Kind;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.SearchTerm;
import io.tracingstarter.cli.source.xray.XRaySettings.Mode;

/**
 * Finds the traces of ids in the places that the mode names.
 */
final class TraceSearch {

	/** Failures that say nothing of other calls. */
	private static final Set<Kind> ONE_CALL = Set.of(Kind.DENIED, Kind.INVALID, Kind.THROTTLED, Kind.FAILED);

	private static final int IDS_AT_ONCE = 5;

	private static final int TRACES = 500;

	private static final int RECENT_TRACES = 50;

	private static final Duration LATELY = Duration.ofMinutes(5);

	private static final String NO_TRACE = "0".repeat(32);

	private final Mode mode;

	private final TraceSummaries summaries;

	private final TraceBatches batches;

	private final TraceRetrieval retrieval;

	private final SpanLogGroup spanLogs;

	TraceSearch(Mode mode, TraceSummaries summaries, TraceBatches batches, TraceRetrieval retrieval,
			SpanLogGroup spanLogs) {
		this.mode = mode;
		this.summaries = summaries;
		this.batches = batches;
		this.retrieval = retrieval;
		this.spanLogs = spanLogs;
	}

	void find(Question question, TimeWindow window, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		Set<String> traceIds = new LinkedHashSet<>(question.ids().stream().filter(RequestId::isTraceId).toList());
		AwsException failure = null;
		if (this.mode != Mode.TRANSACTION_SEARCH) {
			try {
				indexed(question.ids(), traceIds, window, deadline, spans);
			}
			catch (AwsException ex) {
				if (this.mode == Mode.INDEXED || !ONE_CALL.contains(ex.kind())) {
					throw ex;
				}
				failure = ex;
			}
		}
		traceIds.removeIf(spans::hasTrace);
		if (this.mode == Mode.TRANSACTION_SEARCH) {
			stored(question, traceIds, window, deadline, spans);
		}
		else if (this.mode == Mode.AUTO && (spans.isEmpty() || !traceIds.isEmpty())) {
			try {
				stored(question, traceIds, window, deadline, spans);
			}
			catch (AwsException ex) {
				if (ex.kind() != Kind.NOT_FOUND && ex.kind() != Kind.INVALID && ex.kind() != Kind.DENIED) {
					throw ex;
				}
				spans.note("Transaction Search was not searched: " + ex.reason());
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	/**
	 * Finds traces in the index; those it lists are added to the trace ids.
	 */
	private void indexed(Set<String> ids, Set<String> traceIds, TimeWindow window, Deadline deadline,
			SpanCollector spans) throws AwsException, InterruptedException {
		List<String> known = new ArrayList<>(traceIds);
		this.batches.fetch(known, deadline, spans);
		List<String> safe = ids.stream().filter(SearchTerm::isSafe).toList();
		if (safe.size() < ids.size()) {
			spans.note("X-Ray's filter expressions cannot hold quotes: " + (ids.size() - safe.size())
					+ " ids were not searched in its index");
		}
		for (int i = 0; i < safe.size(); i += IDS_AT_ONCE) {
			String expression = TraceSummaries.annotatedWith(safe.subList(i, Math.min(safe.size(), i + IDS_AT_ONCE)));
			Set<String> listed = this.summaries.find(expression, window, TRACES, deadline);
			listed.removeIf(spans::hasTrace);
			traceIds.addAll(listed);
			this.batches.fetch(listed, deadline, spans);
			if (listed.size() >= TRACES) {
				spans.note("stopped after " + TRACES + " traces");
			}
		}
	}

	private void stored(Question question, Set<String> traceIds, TimeWindow window, Deadline deadline,
			SpanCollector spans) throws AwsException, InterruptedException {
		Set<String> wanted = new LinkedHashSet<>(traceIds);
		wanted.addAll(
				this.spanLogs.find(SearchTerm.of(question.ids()), window, question.limits().spans(), deadline, spans));
		if (!wanted.isEmpty()) {
			this.retrieval.fetch(wanted.stream().limit(TRACES).toList(), window, deadline, spans);
		}
	}

	void recent(TimeWindow window, Limits limits, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		if (this.mode == Mode.TRANSACTION_SEARCH) {
			this.spanLogs.recent(window, limits.spans(), deadline, spans);
			return;
		}
		this.batches.fetch(this.summaries.find(null, window, Math.min(RECENT_TRACES, limits.spans()), deadline),
				deadline, spans);
	}

	String check(Deadline deadline) throws AwsException, InterruptedException {
		Instant now = Instant.now();
		TimeWindow window = new TimeWindow(now.minus(LATELY), now);
		SpanCollector nothing = new SpanCollector(new Findings(Limits.DEFAULTS));
		if (this.mode == Mode.TRANSACTION_SEARCH) {
			this.spanLogs.recent(window, 1, deadline, nothing);
			this.retrieval.fetch(List.of(NO_TRACE), window, deadline, nothing);
			return "Transaction Search, " + (nothing.isEmpty() ? "no span" : "spans") + " in the last 5 minutes";
		}
		int traces = this.summaries.find(null, window, RECENT_TRACES, deadline).size();
		this.batches.fetch(List.of(NO_TRACE), deadline, nothing);
		return "X-Ray, " + ((traces < RECENT_TRACES) ? traces : RECENT_TRACES + " or more")
				+ " traces in the last 5 minutes";
	}

}
