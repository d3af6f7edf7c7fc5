package io.tracingstarter.cli.source.xray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsException.Kind;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.Operation;
import io.tracingstarter.cli.source.XRayTraceId;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.ListRetrievedTracesRequest;
import software.amazon.awssdk.services.xray.model.ListRetrievedTracesResponse;
import software.amazon.awssdk.services.xray.model.StartTraceRetrievalRequest;
import software.amazon.awssdk.services.xray.model.TraceFormatType;

/**
 * Brings traces of Transaction Search, indexed or not: starts a retrieval, waits for it,
 * and cancels it when nobody waits any more.
 */
final class TraceRetrieval {

	private static final Operation START = new Operation("xray:StartTraceRetrieval", "");

	private static final Operation LIST = new Operation("xray:ListRetrievedTraces", "");

	private static final int AT_ONCE = 100;

	private static final Duration FIRST_POLL = Duration.ofMillis(200);

	private static final Duration LAST_POLL = Duration.ofSeconds(2);

	private final AwsService<XRayClient> xray;

	TraceRetrieval(AwsService<XRayClient> xray) {
		this.xray = xray;
	}

	/**
	 * Adds the spans of the traces.
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	void fetch(Collection<String> traceIds, TimeWindow window, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		List<String> all = new ArrayList<>(traceIds.stream().map(XRayTraceId::of).toList());
		for (int i = 0; i < all.size(); i += AT_ONCE) {
			StartTraceRetrievalRequest request = StartTraceRetrievalRequest.builder()
				.traceIds(all.subList(i, Math.min(all.size(), i + AT_ONCE)))
				.startTime(window.from())
				.endTime(window.until())
				.build();
			String token = this.xray.call(START, deadline, (client) -> client.startTraceRetrieval(request))
				.retrievalToken();
			if (token == null) {
				throw new AwsException(Kind.FAILED, START + " answered without a token",
						"Check what answers at the endpoint (AWS_ENDPOINT_URL).");
			}
			collect(token, deadline, spans);
		}
	}

	private void collect(String retrieval, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		boolean finished = false;
		try {
			ListRetrievedTracesResponse page = complete(retrieval, deadline);
			add(page, spans);
			while (page.nextToken() != null) {
				page = list(retrieval, page.nextToken(), deadline);
				add(page, spans);
			}
			finished = true;
		}
		finally {
			if (!finished) {
				this.xray.tell((client) -> client.cancelTraceRetrieval((request) -> request.retrievalToken(retrieval)));
			}
		}
	}

	private ListRetrievedTracesResponse complete(String retrieval, Deadline deadline)
			throws AwsException, InterruptedException {
		Duration pause = FIRST_POLL;
		while (true) {
			ListRetrievedTracesResponse response = list(retrieval, null, deadline);
			switch (String.valueOf(response.retrievalStatusAsString())) {
				case "COMPLETE" -> {
					return response;
				}
				case "SCHEDULED", "RUNNING" -> {
				}
				default -> throw new AwsException(Kind.FAILED,
						"The retrieval of X-Ray traces ended as " + response.retrievalStatusAsString(),
						"Try again, with a shorter window (--since).");
			}
			deadline.sleep(pause);
			Duration longer = pause.multipliedBy(3).dividedBy(2);
			pause = (longer.compareTo(LAST_POLL) < 0) ? longer : LAST_POLL;
		}
	}

	private ListRetrievedTracesResponse list(String retrieval, @Nullable String token, Deadline deadline)
			throws AwsException, InterruptedException {
		ListRetrievedTracesRequest request = ListRetrievedTracesRequest.builder()
			.retrievalToken(retrieval)
			.traceFormat(TraceFormatType.OTEL)
			.nextToken(token)
			.build();
		return this.xray.call(LIST, deadline, (client) -> client.listRetrievedTraces(request));
	}

	private static void add(ListRetrievedTracesResponse page, SpanCollector spans) {
		page.traces().forEach((trace) -> trace.spans().forEach((span) -> spans.add(span.document())));
	}

}
