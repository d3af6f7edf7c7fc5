package io.tracingstarter.autoconfigure.instrument.jms;

import java.net.http.HttpResponse;
import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.Inbox;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import jakarta.jms.JMSContext;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JmsInstrumentAutoConfiguration}, with a real broker.
 */
class JmsInstrumentIntegrationTests {

	private static final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

	@BeforeAll
	static void start() throws Exception {
		broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false)
			.setSecurityEnabled(false)
			.addAcceptorConfiguration("in-vm", "vm://0"));
		broker.start();
	}

	@AfterAll
	static void stop() throws Exception {
		broker.stop();
	}

	@Test
	void shouldTakeIdsFromRequestToListenerInNamesThatJmsAllows() {
		try (RunningApplication application = application()) {
			HttpResponse<String> response = application.get("/send", "X-Correlation-ID", "order-4711");
			String traceId = response.headers().firstValue("X-Trace-ID").orElseThrow();
			Inbox.Received received = application.bean(Inbox.class).next();
			assertThat(received.correlationId()).isEqualTo("order-4711");
			assertThat(received.traceId()).isEqualTo(traceId);
			assertThat(received.headers()).containsEntry("X_Correlation_ID", "order-4711")
				.containsKey("traceparent")
				.doesNotContainKeys("X-Correlation-ID", "JMSCorrelationID");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 3);
			assertThat(spans).extracting(SpanData::getKind)
				.containsExactlyInAnyOrder(SpanKind.SERVER, SpanKind.PRODUCER, SpanKind.CONSUMER);
			assertThat(spans)
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
		}
	}

	@Test
	void shouldTakeTraceIdWhenMessageBringsNone() {
		try (RunningApplication application = application();
				JMSContext client = new ActiveMQConnectionFactory("vm://0").createContext()) {
			client.createProducer().send(client.createQueue("orders"), "bare");
			Inbox.Received received = application.bean(Inbox.class).next();
			assertThat(received.traceId()).isNotNull();
			assertThat(received.correlationId()).isEqualTo(received.traceId());
		}
	}

	@Test
	void shouldReadIdFromAnySender() {
		try (RunningApplication application = application();
				JMSContext client = new ActiveMQConnectionFactory("vm://0").createContext()) {
			client.createProducer()
				.setProperty("X_Correlation_ID", "order-4712")
				.send(client.createQueue("orders"), "foreign");
			assertThat(application.bean(Inbox.class).next().correlationId()).isEqualTo("order-4712");
		}
	}

	@Test
	void shouldShowIdsOnLinesAboutFailureAndMarkSpan() {
		try (RunningApplication application = application(); LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application.get("/send?text=bad", "X-Correlation-ID", "order-4711");
			String traceId = response.headers().firstValue("X-Trace-ID").orElseThrow();
			// redelivered until the broker gives up
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 12);
			assertThat(spans).filteredOn((span) -> span.getKind() == SpanKind.CONSUMER).allSatisfy((span) -> {
				assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
				assertThat(span.getEvents()).singleElement()
					.satisfies((event) -> assertThat(event.getAttributes().asMap().toString()).contains("bad order"));
			});
			assertThat(log.events("Execution of JMS message listener failed")).hasSize(10)
				.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
					.containsEntry("traceId", traceId));
		}
	}

	@Test
	void shouldShowNothingWhenSwitchedOff() {
		try (RunningApplication application = RunningApplication.servlet(JmsApplication.class, ClassPath.with("jms"),
				"tracing.instrument.jms.enabled=false")) {
			application.get("/send", "X-Correlation-ID", "order-4711");
			assertThat(application.bean(Inbox.class).next().headers()).doesNotContainKey("X_Correlation_ID");
		}
	}

	@Test
	void shouldAnswerWhenTracingIsOff() {
		try (RunningApplication application = RunningApplication.servlet(JmsApplication.class, ClassPath.with("jms"),
				"tracing.enabled=false")) {
			assertThat(application.get("/send").statusCode()).isEqualTo(200);
			assertThat(application.bean(Inbox.class).next().text()).isEqualTo("one");
		}
	}

	private static RunningApplication application() {
		return RunningApplication.servlet(JmsApplication.class, ClassPath.with("jms"));
	}

}
