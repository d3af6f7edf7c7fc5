package io.tracingstarter.test;

import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on all traces of a test.
 */
public final class RecordedTracesAssert extends AbstractAssert<RecordedTracesAssert, RecordedTraces> {

	RecordedTracesAssert(RecordedTraces actual) {
		super(actual, RecordedTracesAssert.class);
	}

	/**
	 * Verifies that there is exactly one trace.
	 * @return assertions on it
	 */
	public TraceAssert singleTrace() {
		return hasTraces(1).get(0);
	}

	/**
	 * Verifies that nothing was traced.
	 * @return this
	 */
	public RecordedTracesAssert isEmpty() {
		hasTraces(0);
		return this;
	}

	/**
	 * Verifies the number of traces.
	 * @param count how many there must be
	 * @return assertions on each, in the order in which they started
	 */
	public List<TraceAssert> hasTraces(int count) {
		List<List<SpanData>> traces = this.actual.traces();
		if (traces.size() != count) {
			failWithMessage("Expected %s trace(s) but found %s:%n%s", count, traces.size(),
					String.join("%n".formatted(), traces.stream().map(TraceAssert::describe).toList()));
		}
		return traces.stream().map(TraceAssert::new).toList();
	}

}
