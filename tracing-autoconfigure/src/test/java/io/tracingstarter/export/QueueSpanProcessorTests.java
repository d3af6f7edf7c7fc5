package io.tracingstarter.export;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.api.internal.InstrumentationUtil;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link QueueSpanProcessor}.
 */
class QueueSpanProcessorTests {

	private static final Duration LONG = Duration.ofMinutes(10);

	private final RecordingSpanExporter exporter = new RecordingSpanExporter();

	private final CountDownLatch backend = new CountDownLatch(1);

	private QueueSpanProcessor processor = start(new QueueSettings(8, 4, LONG, Duration.ofSeconds(10)));

	private QueueSpanProcessor start(QueueSettings settings) {
		return QueueSpanProcessor.start(new ExportTarget("test", null), this.exporter, settings);
	}

	private void restart(QueueSettings settings) {
		join(this.processor.shutdown());
		this.exporter.batches.clear();
		this.processor = start(settings);
	}

	@AfterEach
	void stop() {
		this.backend.countDown();
		join(this.processor.shutdown());
	}

	private static CompletableResultCode join(CompletableResultCode result) {
		return result.join(10, TimeUnit.SECONDS);
	}

	private CompletableResultCode hang() {
		try {
			assertThat(this.backend.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return CompletableResultCode.ofSuccess();
	}

	@Test
	void shouldExportWhenBatchIsFull() throws InterruptedException {
		TestSpans.end(this.processor, 4);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.exporter.batches.get(0)).containsExactly("span 0", "span 1", "span 2", "span 3");
	}

	@Test
	void shouldWaitWhenBatchIsNotFull() {
		TestSpans.end(this.processor, 3);
		assertThat(this.exporter.batches).isEmpty();
		assertThat(this.processor.getCounts().queueSize()).isEqualTo(3);
	}

	@Test
	void shouldExportWhenScheduleDelayHasPassed() throws InterruptedException {
		restart(new QueueSettings(8, 4, Duration.ofMillis(5), LONG));
		TestSpans.end(this.processor, 1);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.exporter.names()).containsExactly("span 0");
	}

	@Test
	void shouldExportAllInOrderWhenFlushed() {
		TestSpans.end(this.processor, 3);
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
		assertThat(this.exporter.names()).containsExactly("span 0", "span 1", "span 2");
		assertThat(this.processor.getCounts().exported()).isEqualTo(3);
	}

	@Test
	void shouldNotQueueWhenSpanIsNotSampled() {
		TestSpans.end(this.processor, Sampler.alwaysOff(), 3);
		assertThat(this.processor.getCounts().queueSize()).isZero();
	}

	@Test
	void shouldDropAndCountWhenQueueIsFull() throws InterruptedException {
		this.exporter.answer = this::hang;
		TestSpans.end(this.processor, 4);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		TestSpans.end(this.processor, 11);
		ExportCounts counts = this.processor.getCounts();
		assertThat(counts.lost(LossReason.QUEUE_FULL)).isEqualTo(3);
		assertThat(counts.queueSize()).isEqualTo(8);
		this.backend.countDown();
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
		assertThat(this.processor.getCounts().exported()).isEqualTo(12);
	}

	@Test
	void shouldDropOldestWhenQueueIsFullAndSettingsSaySo() throws InterruptedException {
		restart(new QueueSettings(8, 4, LONG, Duration.ofSeconds(10)).withOverflow(Overflow.DROP_OLDEST));
		this.exporter.answer = this::hang;
		TestSpans.end(this.processor, 4);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		TestSpans.end(this.processor, 11);
		assertThat(this.processor.getCounts().lost(LossReason.QUEUE_FULL)).isEqualTo(3);
		assertThat(this.processor.getCounts().queueSize()).isEqualTo(8);
		this.backend.countDown();
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
		assertThat(this.exporter.names()).endsWith("span 3", "span 4", "span 5", "span 6", "span 7", "span 8", "span 9",
				"span 10");
	}

	@Test
	void shouldNotDelayOtherExporterWhenOneIsSlow() throws InterruptedException {
		this.exporter.answer = this::hang;
		RecordingSpanExporter other = new RecordingSpanExporter();
		QueueSpanProcessor fast = QueueSpanProcessor.start(new ExportTarget("fast", null), other,
				this.processor.getSettings());
		TestSpans.end(SpanProcessor.composite(this.processor, fast), 4);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		assertThat(join(fast.forceFlush()).isSuccess()).isTrue();
		assertThat(other.names()).hasSize(4);
		assertThat(this.processor.getCounts().exported()).isZero();
		join(fast.shutdown());
	}

	@Test
	void shouldLoseOnlyOneBatchWhenExporterThrows() {
		this.exporter.answer = () -> {
			throw new NoClassDefFoundError("missing");
		};
		TestSpans.end(this.processor, 3);
		assertThat(join(this.processor.forceFlush()).isSuccess()).isFalse();
		this.exporter.answer = CompletableResultCode::ofSuccess;
		TestSpans.end(this.processor, 2);
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
		assertThat(this.processor.getCounts().lost(LossReason.FAILED)).isEqualTo(3);
		assertThat(this.processor.getCounts().exported()).isEqualTo(2);
	}

	@Test
	void shouldLoseOnlyOneSpanWhenItsConversionFails() {
		TestSpans.end(this.processor, 1);
		this.processor.onEnd(TestSpans.failingToConvert(new StackOverflowError()));
		TestSpans.end(this.processor, 1);
		join(this.processor.forceFlush());
		TestSpans.end(this.processor, 1);
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
		assertThat(this.processor.getCounts().exported()).isEqualTo(3);
		assertThat(this.processor.getCounts().totalLost()).isEqualTo(1);
	}

	@Test
	void shouldCountLostSpansWhenExportTimesOut() {
		restart(new QueueSettings(8, 4, LONG, Duration.ofMillis(20)));
		this.exporter.answer = CompletableResultCode::new;
		TestSpans.end(this.processor, 2);
		this.processor.forceFlush();
		await().atMost(10, TimeUnit.SECONDS).until(() -> this.processor.getCounts().lost(LossReason.TIMED_OUT) == 2);
	}

	@Test
	void shouldFailFlushWhenLimitHasPassed() {
		restart(new QueueSettings(8, 4, LONG, Duration.ofMillis(20)));
		this.exporter.answer = this::hang;
		TestSpans.end(this.processor, 2);
		CompletableResultCode flush = join(this.processor.forceFlush());
		assertThat(flush.isDone()).isTrue();
		assertThat(flush.isSuccess()).isFalse();
	}

	@Test
	void shouldExportRestAndEndThreadWhenShutDown() throws InterruptedException {
		TestSpans.end(this.processor, 6);
		assertThat(join(this.processor.shutdown()).isSuccess()).isTrue();
		assertThat(this.exporter.names()).hasSize(6);
		assertThat(this.exporter.shutdown.await(30, TimeUnit.SECONDS)).isTrue();
		await().atMost(10, TimeUnit.SECONDS)
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("tracing-export-test")));
	}

	@Test
	void shouldHaveExportedRestWhenClosed() {
		TestSpans.end(this.processor, 7);
		this.processor.close();
		assertThat(this.processor.getCounts().exported()).isEqualTo(7);
	}

	@Test
	void shouldEndWithinLimitWhenExporterHangsAtShutdown() {
		restart(new QueueSettings(8, 4, LONG, Duration.ofMillis(50)));
		this.exporter.answer = this::hang;
		TestSpans.end(this.processor, 8);
		assertThat(join(this.processor.shutdown()).isDone()).isTrue();
		// the worker was told to end, and does so on its own thread
		await().atMost(10, TimeUnit.SECONDS).until(() -> this.processor.getCounts().queueSize() == 0);
	}

	@Test
	void shouldStopBeforeNextBatchWhenShutDownDuringExport() throws InterruptedException {
		CompletableResultCode answer = new CompletableResultCode();
		this.exporter.answer = () -> answer;
		TestSpans.end(this.processor, 4);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		TestSpans.end(this.processor, 8);
		CompletableResultCode ended = this.processor.shutdown();
		assertThat(ended.isDone()).isFalse();
		answer.succeed();
		assertThat(join(ended).isSuccess()).isTrue();
		assertThat(this.processor.getCounts().exported()).isEqualTo(12);
	}

	@Test
	void shouldCountLostSpansWhenTheyEndAfterShutdown() {
		join(this.processor.shutdown());
		TestSpans.end(this.processor, 2);
		assertThat(this.processor.getCounts().lost(LossReason.SHUT_DOWN)).isEqualTo(2);
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
	}

	@Test
	void shouldSuppressInstrumentationAndIgnoreOwnSpansWhenExporting() {
		AtomicBoolean suppressed = new AtomicBoolean();
		this.exporter.answer = () -> {
			suppressed.set(InstrumentationUtil.shouldSuppressInstrumentation(Context.current()));
			TestSpans.end(this.processor, 1);
			return CompletableResultCode.ofSuccess();
		};
		TestSpans.end(this.processor, 1);
		join(this.processor.forceFlush());
		assertThat(suppressed).isTrue();
		assertThat(this.processor.getCounts().queueSize()).isZero();
	}

	@Test
	void shouldKeepWorkingWhenExporterLeavesThreadInterrupted() {
		this.exporter.answer = () -> {
			Thread.currentThread().interrupt();
			return CompletableResultCode.ofExceptionalFailure(new IOException("interrupted"));
		};
		TestSpans.end(this.processor, 1);
		join(this.processor.forceFlush());
		this.exporter.answer = CompletableResultCode::ofSuccess;
		TestSpans.end(this.processor, 1);
		assertThat(join(this.processor.forceFlush()).isSuccess()).isTrue();
	}

}
