package io.tracingstarter.export;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.common.CompletableResultCode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link QueueSpanProcessor} tells the operator.
 */
class DeliveryLogTests {

	private static final String NAME = "Exporter zipkin (http://127.0.0.1:9411/api/v2/spans): ";

	private static final String END = ". Requests are not affected; repeated at most once a minute.";

	private final AtomicLong seconds = new AtomicLong(1000);

	private final RecordingSpanExporter exporter = new RecordingSpanExporter();

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(QueueSpanProcessor.class);

	private final QueueSpanProcessor processor = QueueSpanProcessor.start(
			new ExportTarget("zipkin", "http://127.0.0.1:9411/api/v2/spans"), this.exporter,
			new QueueSettings(1000, 1000, Duration.ofMinutes(10), Duration.ofSeconds(10)), (span) -> span,
			() -> TimeUnit.SECONDS.toNanos(this.seconds.get()));

	@BeforeEach
	void listen() {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void stop() {
		this.processor.shutdown().join(10, TimeUnit.SECONDS);
		this.logger.detachAppender(this.appender);
	}

	private void fail(int spans) {
		this.exporter.answer = () -> CompletableResultCode.ofExceptionalFailure(ExportException.rejected("HTTP 400"));
		export(spans);
	}

	private void failToConnect(int spans) {
		this.exporter.answer = () -> CompletableResultCode
			.ofExceptionalFailure(new ConnectException("Connection refused"));
		export(spans);
	}

	private void succeed(int spans) {
		this.exporter.answer = CompletableResultCode::ofSuccess;
		export(spans);
	}

	private void export(int spans) {
		TestSpans.end(this.processor, spans);
		this.processor.forceFlush().join(10, TimeUnit.SECONDS);
	}

	private List<String> lines() {
		return this.appender.list.stream()
			.map((event) -> event.getLevel() + " " + event.getFormattedMessage())
			.toList();
	}

	@Test
	void shouldWarnAtOnceWhenFirstExportFails() {
		fail(3);
		assertThat(lines()).containsExactly("WARN " + NAME + "3 spans lost: HTTP 400" + END);
	}

	@Test
	void shouldWarnOnceAMinuteWithCountWhenExportsKeepFailing() {
		fail(1);
		this.seconds.addAndGet(59);
		fail(500);
		assertThat(lines()).hasSize(1);
		this.seconds.addAndGet(1);
		fail(12);
		assertThat(lines()).containsExactly("WARN " + NAME + "1 span lost: HTTP 400" + END,
				"WARN " + NAME + "512 spans lost in the last 60 s: HTTP 400" + END);
	}

	@Test
	void shouldTellOnceWhenBackendIsBack() {
		fail(2);
		fail(3);
		succeed(1);
		succeed(1);
		assertThat(lines()).containsExactly("WARN " + NAME + "2 spans lost: HTTP 400" + END,
				"INFO " + NAME + "delivers again; 5 spans lost since the start.");
	}

	@Test
	void shouldWarnThatSpansWaitWhenSecondTryFails() {
		failToConnect(3);
		assertThat(lines()).isEmpty();
		failToConnect(2);
		this.seconds.addAndGet(59);
		failToConnect(0);
		succeed(0);
		assertThat(lines()).containsExactly(
				"WARN " + NAME + "Connection refused; none lost yet, 5 spans wait until it works again" + END,
				"INFO " + NAME + "delivers again; 0 spans lost since the start.");
	}

	@Test
	void shouldSayNothingWhenSecondTryIsAccepted() {
		failToConnect(3);
		succeed(1);
		assertThat(lines()).isEmpty();
	}

	@Test
	void shouldSayNothingWhenAllIsDelivered() {
		succeed(10);
		assertThat(lines()).isEmpty();
	}

	@Test
	void shouldNameFullQueueWhenSpansFoundNoRoom() throws InterruptedException {
		CompletableResultCode answer = new CompletableResultCode();
		this.exporter.answer = () -> answer;
		TestSpans.end(this.processor, 1000);
		assertThat(this.exporter.exports.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		TestSpans.end(this.processor, 1003);
		answer.succeed();
		this.processor.forceFlush().join(10, TimeUnit.SECONDS);
		assertThat(lines()).containsExactly("WARN " + NAME + "3 spans lost: 3 because the queue was full" + END);
	}

	@Test
	void shouldTellRestWhenShutDown() {
		fail(1);
		fail(7);
		this.processor.shutdown().join(10, TimeUnit.SECONDS);
		assertThat(lines()).last(InstanceOfAssertFactories.STRING)
			.isEqualTo("WARN " + NAME + "7 spans lost in the last 0 s: HTTP 400" + END);
	}

}
