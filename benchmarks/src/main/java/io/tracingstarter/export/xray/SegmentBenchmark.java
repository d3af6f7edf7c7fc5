package io.tracingstarter.export.xray;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Spans a second, and bytes allocated for each, as X-Ray documents and as OTLP protobuf:
 * the same batch, to nowhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SegmentBenchmark {

	private static final int REQUESTS = 100;

	private static final int SPANS = 5 * REQUESTS;

	private final List<SpanData> spans = TypicalSpans.of(REQUESTS);

	private final SegmentWriter writer = new SegmentWriter(List.of());

	private final LowAllocationTraceRequestMarshaler reusable = new LowAllocationTraceRequestMarshaler();

	/**
	 * As the exporter to the daemon does, up to the socket.
	 * @return the bytes of all documents, so that nothing is left out
	 */
	@Benchmark
	@OperationsPerInvocation(SPANS)
	public long xray() {
		long[] bytes = new long[1];
		for (SpanData span : this.spans) {
			this.writer.write(span, (document, length) -> bytes[0] += length);
		}
		return bytes[0];
	}

	/**
	 * As OpenTelemetry's exporter does by default, which reuses its objects.
	 * @return the bytes of the request
	 * @throws IOException never
	 */
	@Benchmark
	@OperationsPerInvocation(SPANS)
	public int otlp() throws IOException {
		this.reusable.initialize(this.spans);
		try {
			this.reusable.writeBinaryTo(OutputStream.nullOutputStream());
			return this.reusable.getBinarySerializedSize();
		}
		finally {
			this.reusable.reset();
		}
	}

	/**
	 * As OpenTelemetry's exporter does with immutable data.
	 * @return the bytes of the request
	 * @throws IOException never
	 */
	@Benchmark
	@OperationsPerInvocation(SPANS)
	public int otlpImmutable() throws IOException {
		TraceRequestMarshaler marshaler = TraceRequestMarshaler.create(this.spans);
		marshaler.writeBinaryTo(OutputStream.nullOutputStream());
		return marshaler.getBinarySerializedSize();
	}

}
