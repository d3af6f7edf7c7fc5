package io.tracingstarter.export;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what {@link QueueSpanProcessor} does when exports fail.
 */
class ExportRetryTests {

	private static final Duration LONG = Duration.ofMinutes(10);

	private static final RetrySettings FAST = new RetrySettings(Duration.ofMillis(1), Duration.ofMillis(4), LONG);

	private static final RetrySettings SLOW = new RetrySettings(LONG, LONG, LONG);

	private final RecordingSpanExporter exporter = new RecordingSpanExporter();

	private @Nullable QueueSpanProcessor started;

	private QueueSpanProcessor start(RetrySettings retry) {
		QueueSpanProcessor processor = QueueSpanProcessor.start(new ExportTarget("test", null), this.exporter,
				new QueueSettings(8, 4, LONG, Duration.ofSeconds(10)).withRetry(retry));
		this.started = processor;
		return processor;
	}

	@AfterEach
	void stop() {
		if (this.started != null) {
			this.started.close();
		}
	}

	private void fail(Throwable failure) {
		this.exporter.answer = () -> CompletableResultCode.ofExceptionalFailure(failure);
	}

	private void failFirst(int times, Throwable failure) {
		this.exporter.answer = () -> (this.exporter.batches.size() > times) ? CompletableResultCode.ofSuccess()
				: CompletableResultCode.ofExceptionalFailure(failure);
	}

	private static void awaitThat(ThrowingRunnable assertion) {
		await().atMost(20, TimeUnit.SECONDS).untilAsserted(assertion);
	}

	@Test
	void shouldTrySameBatchAgainWhenFailureIsTemporary() {
		QueueSpanProcessor processor = start(FAST);
		failFirst(3, new ConnectException("Connection refused"));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().exported()).isEqualTo(4));
		assertThat(this.exporter.batches).hasSize(4).containsOnly(this.exporter.batches.get(0));
		assertThat(processor.getCounts().retries()).isEqualTo(3);
		assertThat(processor.getCounts().failedExports()).isEqualTo(3);
		assertThat(processor.getCounts().totalLost()).isZero();
		assertThat(processor.getStatus().lastFailureReason()).isEqualTo("Connection refused");
		assertThat(processor.getStatus().lastSuccess()).isNotNull();
	}

	@Test
	void shouldLoseBatchAtOnceWhenItIsRejected() {
		QueueSpanProcessor processor = start(FAST);
		failFirst(1, ExportException.rejected("HTTP 400"));
		TestSpans.end(processor, 4);
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().exported()).isEqualTo(4));
		assertThat(processor.getCounts().lost(LossReason.REJECTED)).isEqualTo(4);
		assertThat(processor.getCounts().retries()).isZero();
	}

	@Test
	void shouldGiveUpWithLastReasonWhenTimeIsOver() {
		QueueSpanProcessor processor = start(
				new RetrySettings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(20)));
		fail(ExportException.overloaded("HTTP 503", Duration.ZERO));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().lost(LossReason.OVERLOADED)).isEqualTo(4));
		assertThat(processor.getCounts().inFlight()).isZero();
		assertThat(processor.getCounts().retries()).isPositive();
	}

	@Test
	void shouldTryOnceWhenRetryIsOff() {
		QueueSpanProcessor processor = start(
				new RetrySettings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO));
		fail(new IOException("closed"));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().lost(LossReason.UNREACHABLE)).isEqualTo(4));
		assertThat(this.exporter.batches).hasSize(1);
	}

	@Test
	void shouldSendNothingAndKeepBooksWhileItWaits() {
		QueueSpanProcessor processor = start(SLOW);
		fail(new ConnectException("Connection refused"));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().failedExports()).isEqualTo(1));
		TestSpans.end(processor, 10);
		ExportCounts counts = processor.getCounts();
		assertThat(counts.inFlight()).isEqualTo(4);
		assertThat(counts.queueSize()).isEqualTo(counts.queueCapacity()).isEqualTo(8);
		assertThat(counts.lost(LossReason.QUEUE_FULL)).isEqualTo(2);
		assertThat(this.exporter.batches).hasSize(1);
	}

	@Test
	void shouldTryAtOnceWhenFlushedWhileItWaits() {
		QueueSpanProcessor processor = start(SLOW);
		failFirst(2, new ConnectException("Connection refused"));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().failedExports()).isEqualTo(1));
		TestSpans.end(processor, 3);
		assertThat(processor.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isFalse();
		assertThat(processor.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
		assertThat(processor.getCounts().exported()).isEqualTo(7);
	}

	@Test
	void shouldSendOneBatchOnlyWhenCircuitIsOpen() {
		QueueSpanProcessor processor = start(SLOW);
		fail(ExportException.rejected("HTTP 401"));
		for (int i = 0; i < Circuit.THRESHOLD; i++) {
			int before = i;
			TestSpans.end(processor, 4);
			awaitThat(() -> assertThat(processor.getCounts().failedExports()).isEqualTo(before + 1));
		}
		assertThat(processor.getStatus().circuit()).isEqualTo(CircuitState.OPEN);
		TestSpans.end(processor, 8);
		assertThat(processor.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isFalse();
		assertThat(this.exporter.batches).hasSize(Circuit.THRESHOLD + 1);
		this.exporter.answer = CompletableResultCode::ofSuccess;
		assertThat(processor.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
		assertThat(processor.getStatus().circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void shouldTryOnlyUnsentSpansAgainWhenPartOfBatchWasDelivered() {
		RecordingSpanExporter partial = new RecordingSpanExporter() {

			@Override
			public CompletableResultCode export(Collection<SpanData> spans) {
				CompletableResultCode answer = super.export(spans);
				return (this.batches.size() > 1) ? answer
						: CompletableResultCode.ofExceptionalFailure(new PartialExportException("HTTP 503", 1,
								List.copyOf(spans).subList(2, 4), new IOException("closed")));
			}
		};
		QueueSpanProcessor processor = QueueSpanProcessor.start(new ExportTarget("partial", null), partial,
				new QueueSettings(8, 4, LONG, Duration.ofSeconds(10)).withRetry(FAST));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(processor.getCounts().exported()).isEqualTo(3));
		assertThat(partial.batches).last().isEqualTo(List.of("span 2", "span 3"));
		assertThat(processor.getCounts().lost(LossReason.REJECTED)).isEqualTo(1);
		processor.close();
	}

	@Test
	void shouldTrustBackendThatRejectsSomeSpansOfEachBatch() {
		QueueSpanProcessor processor = start(SLOW);
		fail(new PartialExportException("rejected by the collector", 1, List.of(), null));
		for (int i = 0; i < Circuit.THRESHOLD + 1; i++) {
			TestSpans.end(processor, 4);
			processor.forceFlush().join(10, TimeUnit.SECONDS);
		}
		assertThat(processor.getStatus().circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(processor.getCounts().exported()).isEqualTo(3 * (Circuit.THRESHOLD + 1));
		assertThat(processor.getCounts().lost(LossReason.REJECTED)).isEqualTo(Circuit.THRESHOLD + 1);
	}

	@Test
	void shouldTellListenersOfEachTry() {
		List<String> told = Collections.synchronizedList(new ArrayList<>());
		QueueSpanProcessor processor = start(FAST);
		processor.addListener((target, spans, nanos, failure) -> {
			throw new IllegalStateException("of the listener");
		});
		processor.addListener((target, spans, nanos, failure) -> told
			.add(target + " " + spans + " " + failure + ((nanos >= 0) ? "" : " before it began")));
		failFirst(1, new ConnectException("Connection refused"));
		TestSpans.end(processor, 4);
		awaitThat(() -> assertThat(told).containsExactly("test 4 unreachable", "test 4 null"));
	}

	@Test
	void shouldExportRestWhenBackendRecoversDuringShutdown() {
		QueueSpanProcessor processor = start(FAST);
		failFirst(2, new ConnectException("Connection refused"));
		TestSpans.end(processor, 3);
		processor.close();
		assertThat(processor.getCounts().exported()).isEqualTo(3);
	}

	@Test
	void shouldTryOnceAndGiveUpWhenShutDownWithOpenCircuit() {
		QueueSpanProcessor processor = start(FAST);
		fail(new ConnectException("Connection refused"));
		TestSpans.end(processor, 8);
		awaitThat(() -> assertThat(processor.getStatus().circuit()).isNotEqualTo(CircuitState.CLOSED));
		long before = processor.getCounts().failedExports();
		assertThat(processor.shutdown().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
		assertThat(processor.getCounts().failedExports() - before).isGreaterThanOrEqualTo(1);
		assertThat(processor.getCounts().lost(LossReason.SHUT_DOWN)).isEqualTo(8);
	}

}
