package io.tracingstarter.autoconfigure.instrument.amqp;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.AmqpBroker;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.Inbox;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.context.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AmqpInstrumentAutoConfiguration}, with a real broker.
 */
class AmqpInstrumentIntegrationTests {

	private static AmqpBroker broker;

	private static RunningApplication application;

	private static Inbox inbox;

	@BeforeAll
	static void start() {
		broker = new AmqpBroker();
		application = start("shared.");
		inbox = application.bean(Inbox.class);
	}

	@AfterAll
	static void stop() {
		// neither is there where the broker does not run
		if (broker != null) {
			application.close();
			broker.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "simple", "direct" })
	void shouldTakeIdsFromRequestToListener(String container) {
		try (RunningApplication application = start("own.", "spring.rabbitmq.listener.type=" + container)) {
			String traceId = send(application, "own.orders", "one", "order-4711");
			Inbox.Received received = application.bean(Inbox.class).next();
			assertThat(received.correlationId()).isEqualTo("order-4711");
			assertThat(received.traceId()).isEqualTo(traceId);
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 3);
			SpanData producer = only(spans, SpanKind.PRODUCER);
			assertThat(producer.getParentSpanId()).isEqualTo(only(spans, SpanKind.SERVER).getSpanId());
			assertThat(only(spans, SpanKind.CONSUMER).getParentSpanId()).isEqualTo(producer.getSpanId());
			assertThat(received.headers()).containsEntry("X-Correlation-ID", "order-4711");
			assertThat(received.headers().get("traceparent")).contains(producer.getSpanId());
			assertThat(spans)
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
		}
	}

	@Test
	void shouldTakeTraceIdWhenMessageBringsNone() throws Exception {
		sendBare("orders", Map.of());
		Inbox.Received first = inbox.next();
		assertThat(first.traceId()).isNotNull();
		assertThat(first.correlationId()).isEqualTo(first.traceId());
		sendBare("orders", Map.of());
		assertThat(inbox.next().correlationId()).isNotEqualTo(first.correlationId());
	}

	@Test
	void shouldTakeCorrelationIdWhenMessageBringsNoTrace() throws Exception {
		sendBare("orders", Map.of("X-Correlation-ID", "order-4712"));
		Inbox.Received received = inbox.next();
		assertThat(received.correlationId()).isEqualTo("order-4712");
		assertThat(application.bean(SpanRecorder.class).spansOf(received.traceId(), 1)).singleElement()
			.satisfies((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4712"));
	}

	@Test
	void shouldTakeTraceIdAndCountWhenIdIsNotValid() throws Exception {
		for (String id : List.of("two words", "a\r\nb", "", "\u00e4", "a".repeat(129))) {
			sendBare("orders", Map.of("X-Correlation-ID", id));
			assertThat(inbox.next().text()).isIn("INVALID_CHARACTER", "EMPTY", "TOO_LONG");
			Inbox.Received received = inbox.next();
			assertThat(received.text()).isEqualTo("bare");
			assertThat(received.correlationId()).isEqualTo(received.traceId()).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Correlation-ID", "traceparent", "baggage" })
	void shouldReceiveMessageWhenHeaderIsNoText(String header) throws Exception {
		for (Object value : List.of(42, true, List.of("a"), Map.of("a", "b"), new byte[] { 1 }, "long".repeat(2000))) {
			sendBare("orders", Map.of(header, value));
			Inbox.Received received = inbox.next();
			if (received.text().equals("TOO_LONG")) {
				received = inbox.next();
			}
			assertThat(received.text()).isEqualTo("bare");
			assertThat(received.correlationId()).isEqualTo(received.traceId()).isNotNull();
		}
	}

	@Test
	void shouldShowIdsOnLinesAboutFailureAndMarkSpan() {
		try (LogRecorder log = LogRecorder.ofAll()) {
			String traceId = send(application, "shared.orders", "bad", "order-4711");
			assertThat(inbox.next().text()).isEqualTo("bad");
			SpanData consumer = only(application.bean(SpanRecorder.class).spansOf(traceId, 3), SpanKind.CONSUMER);
			assertThat(consumer.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(consumer.getEvents()).singleElement()
				.satisfies((event) -> assertThat(event.getName()).isEqualTo("exception"));
			assertThat(log.only("Execution of Rabbit message listener failed").getMDCPropertyMap())
				.containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId);
		}
	}

	@Test
	void shouldTakeIdsToWhoReadsTheReply() {
		String traceId = send(application, "shared.questions", "why", "order-4711");
		assertThat(inbox.next().traceId()).isEqualTo(traceId);
		Inbox.Received reply = inbox.next();
		assertThat(reply.text()).isEqualTo("because");
		assertThat(reply.correlationId()).isEqualTo("order-4711");
		assertThat(reply.traceId()).isEqualTo(traceId);
		assertThat(reply.headers()).containsEntry("added-by", "the application");
	}

	@Test
	void shouldKeepIdsWhenRequestWaitsForReply() {
		HttpResponse<String> response = application.get("/ask?queue=shared.questions", "X-Correlation-ID",
				"order-4711");
		assertThat(response.body()).isEqualTo("because");
		Inbox.Received received = inbox.next();
		assertThat(received.correlationId()).isEqualTo("order-4711");
		assertThat(received.traceId()).isEqualTo(traceId(response));
	}

	@Test
	void shouldLinkBatchToItsMessagesAndGiveItAnIdWhenTheirsDiffer() throws Exception {
		application.bean(AmqpAdmin.class).purgeQueue("shared.batches");
		String first = send(application, "shared.batches", "first", "order-1");
		String second = send(application, "shared.batches", "second", "order-2");
		sendBare("batches", Map.of());
		Inbox.Received batch = nextBatch();
		assertThat(batch.text()).isEqualTo("batch of 3");
		assertThat(batch.traceId()).isNotNull().isNotIn(first, second);
		assertThat(batch.correlationId()).isEqualTo(batch.traceId());
		SpanData span = application.bean(SpanRecorder.class).spansOf(batch.traceId(), 1).get(0);
		assertThat(span.getName()).isEqualTo("process shared.batches");
		assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
		assertThat(span.getLinks()).extracting((link) -> link.getSpanContext().getTraceId())
			.containsExactly(first, second);
	}

	@Test
	void shouldGiveBatchTheIdOfItsMessagesAndMarkItWhenItFails() {
		application.bean(AmqpAdmin.class).purgeQueue("shared.batches");
		send(application, "shared.batches", "first", "order-1");
		send(application, "shared.batches", "second", "order-1");
		send(application, "shared.batches", "bad", "order-1");
		Inbox.Received batch = nextBatch();
		assertThat(batch.correlationId()).isEqualTo("order-1");
		SpanData span = application.bean(SpanRecorder.class).spansOf(batch.traceId(), 1).get(0);
		assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-1");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getEvents()).singleElement()
			.satisfies((event) -> assertThat(event.getAttributes().asMap().toString()).contains("bad batch"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.instrument.amqp.enabled=false", "tracing.enabled=false" })
	void shouldShowNothingWhenSwitchedOff(String off) {
		assertNothingIsShown(off);
	}

	@ParameterizedTest
	@ValueSource(strings = { "simple", "direct" })
	void shouldLetPropertiesOfBootWin(String container) {
		assertNothingIsShown("spring.rabbitmq.template.observation-enabled=false",
				"spring.rabbitmq.listener.type=" + container,
				"spring.rabbitmq.listener." + container + ".observation-enabled=false");
	}

	private static void assertNothingIsShown(String... properties) {
		try (RunningApplication application = start("own.", properties)) {
			send(application, "own.questions", "one", "order-4711");
			for (int i = 0; i < 2; i++) {
				Inbox.Received received = application.bean(Inbox.class).next();
				assertThat(received.headers()).doesNotContainKeys("X-Correlation-ID", "traceparent");
				assertThat(received.traceId()).isNull();
			}
		}
	}

	private static RunningApplication start(String queues, String... properties) {
		return RunningApplication.servlet(AmqpApplication.class,
				Stream
					.concat(Stream.of(ClassPath.with("amqp"), "spring.rabbitmq.host=127.0.0.1",
							"spring.rabbitmq.port=" + broker.port(), "queues=" + queues), Stream.of(properties))
					.toArray(String[]::new));
	}

	private static String send(RunningApplication application, String queue, String text, String id) {
		HttpResponse<String> response = application.get("/send?text=" + text + "&queue=" + queue, "X-Correlation-ID",
				id);
		assertThat(response.statusCode()).isEqualTo(200);
		return traceId(response);
	}

	private static void sendBare(String queue, Map<String, Object> headers) throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(broker.port());
		try (Connection connection = factory.newConnection()) {
			connection.createChannel()
				.basicPublish("", "shared." + queue, new BasicProperties.Builder().headers(headers).build(),
						"bare".getBytes(StandardCharsets.UTF_8));
		}
	}

	/** The listener sleeps until all messages are there. */
	private static Inbox.Received nextBatch() {
		Lifecycle container = application.bean(RabbitListenerEndpointRegistry.class).getListenerContainer("batch");
		container.start();
		try {
			return inbox.next();
		}
		finally {
			container.stop();
		}
	}

	private static String traceId(HttpResponse<String> response) {
		return response.headers().firstValue("X-Trace-ID").orElse(null);
	}

	private static SpanData only(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

}
