package io.tracingstarter.export.fault;

import java.time.Duration;
import java.util.Map;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.export.ExportCounts;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.ExportTarget;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.RetrySettings;
import io.tracingstarter.testing.TestCertificate;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One exporter with its backend behind a faulty port, and the spans that are given to it.
 */
final class FaultRun implements AutoCloseable {

	static final int CAPACITY = 64;

	static final int BATCH = 16;

	private static final Duration TIMEOUT = Duration.ofMillis(300);

	final FaultBackend backend;

	final FaultyPort port;

	final QueueSpanProcessor processor;

	private final SdkTracerProvider provider;

	private int produced;

	FaultRun(ExporterRow row, Duration maxElapsedTime, @Nullable TestCertificate trusted, SpanProcessor other) {
		this.backend = row.backend().get();
		this.port = new FaultyPort(this.backend.port());
		this.port.heal();
		HttpClientSettings.Tls tls = (trusted != null) ? new HttpClientSettings.Tls(trusted.context(), trusted.trust())
				: null;
		String url = ((tls != null) ? "https" : "http") + "://127.0.0.1:" + this.port.number();
		HttpClientSettings settings = new HttpClientSettings(ExportEndpoint.parse(url, "/spans"), Map.of(), false,
				TIMEOUT, TIMEOUT, tls);
		this.processor = QueueSpanProcessor.start(new ExportTarget(row.name(), url), row.exporter().apply(settings),
				new QueueSettings(CAPACITY, BATCH, Duration.ofMillis(10), Duration.ofSeconds(10))
					.withRetry(new RetrySettings(Duration.ofMillis(4), Duration.ofMillis(40), maxElapsedTime)));
		this.provider = SdkTracerProvider.builder().addSpanProcessor(this.processor).addSpanProcessor(other).build();
	}

	/**
	 * Ends spans, and looks after each at the memory that is in use.
	 * @param count how many
	 * @return the name of the last
	 */
	String end(int count) {
		String name = "";
		for (int i = 0; i < count; i++) {
			name = "span-" + this.produced++;
			this.provider.get("test").spanBuilder(name).startSpan().end();
			ExportCounts counts = this.processor.getCounts();
			assertThat(counts.queueSize()).isBetween(0, CAPACITY);
			assertThat(counts.inFlight()).isBetween(0, BATCH);
		}
		return name;
	}

	/**
	 * Every span that ended is in the books, once.
	 */
	void assertBalanced() {
		ExportCounts counts = this.processor.getCounts();
		assertThat(counts.exported() + counts.totalLost() + counts.inFlight() + counts.queueSize()).as("%s", counts)
			.isEqualTo(this.produced);
	}

	@Override
	public void close() {
		this.provider.close();
		this.port.close();
		this.backend.close();
	}

}
