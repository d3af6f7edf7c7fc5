package io.tracingstarter.autoconfigure.instrument.kafka;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.Inbox;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaInstrumentAutoConfiguration}, with a real broker.
 */
class KafkaInstrumentIntegrationTests {

	private static final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

	@BeforeAll
	static void start() {
		broker.afterPropertiesSet();
	}

	@AfterAll
	static void stop() {
		broker.destroy();
	}

	@Test
	void shouldTakeIdsFromRequestToListener() {
		try (RunningApplication application = start("none", "orders-topic=orders")) {
			HttpResponse<String> response = send(application, "orders", "one", "order-4711");
			Inbox.Received received = application.bean(Inbox.class).next();
			assertThat(received.correlationId()).isEqualTo("order-4711");
			assertThat(received.traceId()).isEqualTo(traceId(response));
			assertThat(received.headers()).containsEntry("X-Correlation-ID", "order-4711");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId(response), 3);
			assertThat(spans)
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
			SpanData producer = only(spans, SpanKind.PRODUCER);
			assertThat(producer.getParentSpanId()).isEqualTo(only(spans, SpanKind.SERVER).getSpanId());
			assertThat(only(spans, SpanKind.CONSUMER).getParentSpanId()).isEqualTo(producer.getSpanId());
			assertThat(received.headers().get("traceparent")).contains(producer.getSpanId()).doesNotContain(",");
		}
	}

	@Test
	void shouldTakeTraceIdWhenRecordBringsNone() {
		try (RunningApplication application = start("none", "orders-topic=bare-orders")) {
			sendBare("bare-orders", "bare");
			Inbox.Received received = application.bean(Inbox.class).next();
			assertThat(received.text()).isEqualTo("bare");
			assertThat(received.traceId()).isNotNull();
			assertThat(received.correlationId()).isEqualTo(received.traceId());
			assertThat(received.headers()).isEmpty();
		}
	}

	@Test
	void shouldTakeCorrelationIdWhenRecordBringsNoTrace() {
		try (RunningApplication application = start("none", "orders-topic=untraced-orders")) {
			sendBare("untraced-orders", "untraced", "order-4712".getBytes(StandardCharsets.UTF_8));
			Inbox.Received received = application.bean(Inbox.class).next();
			assertThat(received.correlationId()).isEqualTo("order-4712");
			assertThat(application.bean(SpanRecorder.class).spansOf(received.traceId(), 1)).singleElement()
				.satisfies((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4712"));
		}
	}

	@Test
	void shouldTakeTraceIdAndCountWhenIdIsNotValid() {
		try (RunningApplication application = start("none", "orders-topic=hostile-orders")) {
			Inbox inbox = application.bean(Inbox.class);
			for (byte[] id : List.of("two words".getBytes(StandardCharsets.UTF_8), new byte[] { -1, -2 }, new byte[0],
					new byte[100_000])) {
				sendBare("hostile-orders", "hostile", id);
				assertThat(inbox.next().text()).isIn("INVALID_CHARACTER", "EMPTY", "TOO_LONG");
				Inbox.Received received = inbox.next();
				assertThat(received.text()).isEqualTo("hostile");
				assertThat(received.correlationId()).isEqualTo(received.traceId()).isNotNull();
			}
		}
	}

	@Test
	void shouldShowIdsOnLinesAboutFailureAndMarkSpan() {
		try (RunningApplication application = start("none", "orders-topic=bad-orders");
				LogRecorder log = LogRecorder.ofAll()) {
			String traceId = traceId(send(application, "bad-orders", "bad", "order-4711"));
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 4);
			assertThat(spans).filteredOn((span) -> span.getKind() == SpanKind.CONSUMER)
				.hasSize(2)
				.allSatisfy((span) -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
			sendBare("bad-orders", "good");
			Inbox inbox = application.bean(Inbox.class);
			assertThat(List.of(inbox.next().text(), inbox.next().text(), inbox.next().text())).containsExactly("bad",
					"bad", "good");
			assertThat(log.only("exhausted for bad-orders").getMDCPropertyMap())
				.containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId);
		}
	}

	@Test
	void shouldShowIdsOnLinesAboutFailureOfBatch() {
		try (RunningApplication application = start("bad-batch", "orders-topic=none");
				LogRecorder log = LogRecorder.ofAll()) {
			send(application, "bad-batch", "bad", "order-1");
			application.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("batch").start();
			Inbox inbox = application.bean(Inbox.class);
			// each attempt is received as a batch and as a record
			for (int i = 0; i < 4; i++) {
				assertThat(inbox.next().correlationId()).isEqualTo("order-1");
			}
			sendBare("bad-batch", "good");
			assertThat(inbox.next().text()).isEqualTo("batch of 1");
			Inbox.Received good = inbox.next();
			assertThat(good.correlationId()).isEqualTo(good.traceId());
			assertThat(log.events("Records discarded: bad-batch")).isNotEmpty()
				.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", "order-1"));
		}
	}

	@Test
	void shouldGiveBareRecordTheIdOfItsBatchWhenIdsAreGenerated() {
		try (RunningApplication application = start("generated", "orders-topic=none",
				"tracing.correlation.generator=uuid")) {
			sendBare("generated", "bare");
			application.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("batch").start();
			Inbox.Received batch = application.bean(Inbox.class).next();
			assertThat(batch.correlationId()).hasSize(36);
			assertThat(application.bean(Inbox.class).next().correlationId()).isEqualTo(batch.correlationId());
		}
	}

	@Test
	void shouldLinkBatchToItsRecordsAndGiveEachItsIdWhenTheyDiffer() {
		try (RunningApplication application = start("mixed", "orders-topic=none")) {
			String first = traceId(send(application, "mixed", "first", "order-1"));
			String second = traceId(send(application, "mixed", "second", "order-2"));
			sendBare("mixed", "bad");
			application.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("batch").start();
			Inbox inbox = application.bean(Inbox.class);
			Inbox.Received batch = inbox.next();
			assertThat(batch.text()).isEqualTo("batch of 3");
			assertThat(batch.traceId()).isNotIn(first, second);
			assertThat(batch.correlationId()).isEqualTo(batch.traceId());
			assertThat(List.of(inbox.next(), inbox.next(), inbox.next()))
				.allSatisfy((received) -> assertThat(received.traceId()).isEqualTo(batch.traceId()))
				.extracting(Inbox.Received::correlationId)
				.containsExactly("order-1", "order-2", batch.traceId());
			SpanData span = application.bean(SpanRecorder.class).spansOf(batch.traceId(), 1).get(0);
			assertThat(span.getName()).isEqualTo("process mixed");
			assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
			assertThat(span.getLinks()).extracting(LinkData::getSpanContext)
				.extracting((context) -> context.getTraceId())
				.containsExactly(first, second);
			assertThat(span.getEvents()).singleElement()
				.satisfies((event) -> assertThat(event.getAttributes().asMap().toString()).contains("bad record"));
		}
	}

	@Test
	void shouldGiveBatchTheIdOfItsRecordsWhenTheyAreTheSame() {
		try (RunningApplication application = start("same", "orders-topic=none")) {
			send(application, "same", "first", "order-1");
			send(application, "same", "second", "order-1");
			application.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("batch").start();
			Inbox.Received batch = application.bean(Inbox.class).next();
			assertThat(batch.correlationId()).isEqualTo("order-1");
			assertThat(
					SpanRecorder.correlationId(application.bean(SpanRecorder.class).spansOf(batch.traceId(), 1).get(0)))
				.isEqualTo("order-1");
		}
	}

	@Test
	void shouldLetPropertiesOfBootWin() {
		try (RunningApplication application = start("off", "orders-topic=none",
				"spring.kafka.template.observation-enabled=false", "spring.kafka.listener.observation-enabled=false")) {
			send(application, "off", "first", "order-1");
			application.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("batch").start();
			assertThat(application.bean(Inbox.class).next().traceId()).isNull();
			assertThat(application.bean(Inbox.class).next().headers()).isEmpty();
		}
	}

	@Test
	void shouldShowNothingWhenSwitchedOff() {
		try (RunningApplication application = start("none", "orders-topic=off-orders",
				"tracing.instrument.kafka.enabled=false")) {
			HttpResponse<String> response = send(application, "off-orders", "one", "order-4711");
			assertThat(application.bean(Inbox.class).next().headers()).isEmpty();
			assertThat(application.bean(SpanRecorder.class).spansOf(traceId(response), 1)).hasSize(1);
		}
	}

	private static RunningApplication start(String batchTopic, String... properties) {
		List<String> all = new ArrayList<>(
				List.of(ClassPath.with("kafka"), "spring.kafka.consumer.properties.metadata.max.age.ms=200",
						"spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(), "group=" + UUID.randomUUID(),
						"batch-topic=" + batchTopic, "spring.kafka.consumer.auto-offset-reset=earliest"));
		all.addAll(List.of(properties));
		return RunningApplication.servlet(KafkaApplication.class, all.toArray(String[]::new));
	}

	private static HttpResponse<String> send(RunningApplication application, String topic, String text, String id) {
		HttpResponse<String> response = application.get("/send?topic=" + topic + "&text=" + text, "X-Correlation-ID",
				id);
		assertThat(response.statusCode()).isEqualTo(200);
		return response;
	}

	private static void sendBare(String topic, String text, byte[]... ids) {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", broker.getBrokersAsString()), new StringSerializer(),
				new StringSerializer())) {
			ProducerRecord<String, String> record = new ProducerRecord<>(topic, text);
			for (byte[] id : ids) {
				record.headers().add("X-Correlation-ID", id);
			}
			producer.send(record);
		}
	}

	private static String traceId(HttpResponse<String> response) {
		return response.headers().firstValue("X-Trace-ID").orElseThrow();
	}

	private static SpanData only(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

}
