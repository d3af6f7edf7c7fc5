package io.tracingstarter.cli.source.xray;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.AwsService;
import io.tracingstarter.cli.source.aws.Deadline;
import io.tracingstarter.cli.source.aws.Operation;
import io.tracingstarter.cli.source.aws.SearchTerm;
import io.tracingstarter.cli.source.XRayTraceId;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GetTraceSummariesRequest;
import software.amazon.awssdk.services.xray.model.GetTraceSummariesResponse;

/**
 * Lists traces of X-Ray's index with GetTraceSummaries, whose window is at most six
 * hours: it is slid over the question's, the newest part first.
 */
final class TraceSummaries {

	private static final Operation OPERATION = new Operation("xray:GetTraceSummaries", "");

	private static final Duration LONGEST = Duration.ofHours(6);

	private final AwsService<XRayClient> xray;

	TraceSummaries(AwsService<XRayClient> xray) {
		this.xray = xray;
	}

	/**
	 * Returns the ids of the traces that match, the newest part of the window first.
	 * @param expression a filter expression; null for all traces
	 * @param most how many at most
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	Set<String> find(@Nullable String expression, TimeWindow window, int most, Deadline deadline)
			throws AwsException, InterruptedException {
		Set<String> traceIds = new LinkedHashSet<>();
		Instant until = window.until();
		while (until.isAfter(window.from()) && traceIds.size() < most) {
			Instant start = until.minus(LONGEST);
			Instant from = start.isBefore(window.from()) ? window.from() : start;
			pages(expression, new TimeWindow(from, until), most, deadline, traceIds);
			until = from;
		}
		return traceIds;
	}

	private void pages(@Nullable String expression, TimeWindow part, int most, Deadline deadline, Set<String> traceIds)
			throws AwsException, InterruptedException {
		String token = null;
		do {
			GetTraceSummariesRequest request = GetTraceSummariesRequest.builder()
				.startTime(part.from())
				.endTime(part.until())
				.filterExpression(expression)
				.nextToken(token)
				.build();
			GetTraceSummariesResponse response = this.xray.call(OPERATION, deadline,
					(client) -> client.getTraceSummaries(request));
			response.traceSummaries()
				.stream()
				.filter((summary) -> summary.id() != null)
				.flatMap((summary) -> XRayTraceId.toTraceId(summary.id()).stream())
				.limit(most - traceIds.size())
				.forEach(traceIds::add);
			token = response.nextToken();
		}
		while (token != null && traceIds.size() < most);
	}

	/**
	 * Returns the filter expression for traces that are annotated with one of the ids.
	 * @param ids without quotes and backslashes, at least one
	 */
	static String annotatedWith(List<String> ids) {
		return ids.stream()
			.filter(SearchTerm::isSafe)
			.map((id) -> "annotation." + Span.CORRELATION_ID + " = \"" + id + '"')
			.collect(Collectors.joining(" OR "));
	}

}
