package io.tracingstarter.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.tracingstarter.fuzz.HostileRequest.Header;

/**
 * Makes requests with right, nearly right and wrong headers. The same seed makes the same
 * requests: {@code -Dfuzz.seed} repeats a run ({@code random} for a new one each time),
 * {@code -Dfuzz.inputs} says how long it is.
 */
final class HostileRequests {

	static final String CORRELATION_ID = "X-Correlation-ID";

	static final String ALIAS = "X-Request-ID";

	private static final List<String> NAMES = List.of("traceparent", "traceparent", "tracestate", "baggage", "b3",
			"X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags", "X-B3-ParentSpanId", "uber-trace-id",
			"X-Amzn-Trace-Id", CORRELATION_ID, ALIAS);

	private static final int MAX_HEADERS = 5;

	private final long seed = seed(System.getProperty("fuzz.seed", "1"));

	private final int inputs = Integer.getInteger("fuzz.inputs", 10_000);

	private static long seed(String property) {
		return "random".equals(property) ? System.nanoTime() : Long.parseLong(property);
	}

	Stream<HostileRequest> stream() {
		return LongStream.range(0, this.inputs).mapToObj(this::request);
	}

	/**
	 * A share of the requests, so that several servers have to answer all of them
	 * together.
	 */
	Stream<HostileRequest> share(int part, int parts) {
		return LongStream.range(0, this.inputs).filter((index) -> index % parts == part).mapToObj(this::request);
	}

	int count() {
		return this.inputs;
	}

	private HostileRequest request(long index) {
		SplittableRandom random = new SplittableRandom(this.seed * 1_000_003 + index);
		HostileValues values = new HostileValues(random);
		List<Header> headers = new ArrayList<>();
		int count = 1 + random.nextInt(MAX_HEADERS);
		for (int i = 0; i < count; i++) {
			String name = NAMES.get(random.nextInt(NAMES.size()));
			headers.add(new Header(inAnyCase(name, random), values.value(name)));
			if (name.equals("X-B3-TraceId") && random.nextBoolean()) {
				headers.add(new Header("X-B3-SpanId", values.value("X-B3-SpanId")));
			}
			if (name.equals("traceparent") && random.nextInt(3) == 0) {
				headers.add(new Header("tracestate", values.value("tracestate")));
			}
			if (random.nextInt(10) == 0) {
				headers.add(new Header(inAnyCase(name, random), values.value(name)));
			}
		}
		return new HostileRequest(this.seed, index, headers);
	}

	private static String inAnyCase(String name, SplittableRandom random) {
		return switch (random.nextInt(4)) {
			case 0 -> name.toLowerCase(Locale.ROOT);
			case 1 -> name.toUpperCase(Locale.ROOT);
			default -> name;
		};
	}

}
