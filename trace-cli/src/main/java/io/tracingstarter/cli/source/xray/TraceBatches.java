package io.tracingstarter.cli.source.xray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.Operation;
import io.tracingstarter.cli.source.XRayTraceId;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.BatchGetTracesRequest;
import software.amazon.awssdk.services.xray.model.BatchGetTracesResponse;
import software.amazon.awssdk.services.xray.model.Trace;

/**
 * Brings traces of X-Ray's index with BatchGetTraces, five at a time.
 */
final class TraceBatches {

	static final Operation OPERATION = new Operation("xray:BatchGetTraces", "");

	private static final int AT_ONCE = 5;

	private static final Duration BEFORE_SECOND_TRY = Duration.ofMillis(500);

	private final AwsService<XRayClient> xray;

	TraceBatches(AwsService<XRayClient> xray) {
		this.xray = xray;
	}

	/**
	 * Adds the spans of the traces. Ids that X-Ray did not process are asked a second
	 * time; unknown ones stay unprocessed.
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	void fetch(Collection<String> traceIds, Deadline deadline, SpanCollector spans)
			throws AwsException, InterruptedException {
		Set<String> unprocessed = new HashSet<>();
		fetch(new ArrayList<>(traceIds), deadline, spans, unprocessed);
		unprocessed.removeIf(spans::hasTrace);
		if (!unprocessed.isEmpty()) {
			deadline.sleep(BEFORE_SECOND_TRY);
			fetch(new ArrayList<>(unprocessed), deadline, spans, new HashSet<>());
		}
	}

	private void fetch(List<String> traceIds, Deadline deadline, SpanCollector spans, Set<String> unprocessed)
			throws AwsException, InterruptedException {
		for (int i = 0; i < traceIds.size(); i += AT_ONCE) {
			List<String> some = traceIds.subList(i, Math.min(traceIds.size(), i + AT_ONCE));
			Map<String, SegmentTrace> traces = new LinkedHashMap<>();
			try {
				pages(some, deadline, traces, spans, unprocessed);
			}
			finally {
				traces.forEach(spans::add);
			}
		}
	}

	private void pages(List<String> traceIds, Deadline deadline, Map<String, SegmentTrace> traces, SpanCollector spans,
			Set<String> unprocessed) throws AwsException, InterruptedException {
		List<String> ids = traceIds.stream().map(XRayTraceId::of).toList();
		String token = null;
		do {
			BatchGetTracesRequest request = BatchGetTracesRequest.builder().traceIds(ids).nextToken(token).build();
			BatchGetTracesResponse response = this.xray.call(OPERATION, deadline,
					(client) -> client.batchGetTraces(request));
			for (Trace trace : response.traces()) {
				String traceId = XRayTraceId.toTraceId(String.valueOf(trace.id())).orElse("");
				if (traceIds.contains(traceId)) {
					SegmentTrace documents = traces.computeIfAbsent(traceId, (id) -> new SegmentTrace());
					trace.segments().forEach((segment) -> documents.add(segment.document()));
				}
				if (Boolean.TRUE.equals(trace.limitExceeded())) {
					spans.note("trace " + traceId + " is longer than X-Ray keeps: spans are missing");
				}
			}
			response.unprocessedTraceIds()
				.forEach((id) -> XRayTraceId.toTraceId(String.valueOf(id)).ifPresent(unprocessed::add));
			token = response.nextToken();
		}
		while (token != null);
	}

}
