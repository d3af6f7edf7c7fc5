package io.tracingstarter.export.log;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.tracingstarter.TracingNames;
import io.tracingstarter.export.TestSpans;
import net.logstash.logback.encoder.LogstashEncoder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogSpanExporter}.
 */
class LogSpanExporterTests {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(TracingNames.SPAN_LOGGER);

	private final LogSpanExporter exporter = new LogSpanExporter();

	@BeforeEach
	void listen() {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
		MDC.clear();
	}

	private static SpanData full() {
		return TestSpans.data()
			.setParentSpanContext(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))
			.setResource(Resource.create(Attributes.builder().put("service.name", "mysfits-web").build()))
			.setInstrumentationScopeInfo(InstrumentationScopeInfo.create("my.library"))
			.setStatus(StatusData.create(StatusCode.ERROR, "boom"))
			.setAttributes(Attributes.builder()
				.put("correlation_id", "order-4711")
				.put("http.response.status_code", 500)
				.put("ratio", 0.5)
				.put("strange", Double.NaN)
				.put("cached", true)
				.put("tags", "a", "b")
				.build())
			.setEvents(
					List.of(EventData.create(TestSpans.START + 11, "retry", Attributes.builder().put("n", 2).build())))
			.setLinks(List.of(LinkData.create(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))))
			.setTotalAttributeCount(9)
			.build();
	}

	private ILoggingEvent export(SpanData span) {
		assertThat(this.exporter.export(List.of(span)).isSuccess()).isTrue();
		ILoggingEvent event = this.appender.list.get(this.appender.list.size() - 1);
		event.prepareForDeferredProcessing();
		return event;
	}

	@Test
	void shouldLogOneEventWithIdsInMdc() {
		ILoggingEvent event = export(full());
		assertThat(event.getLevel()).isEqualTo(Level.INFO);
		assertThat(event.getFormattedMessage()).isEqualTo("GET /mysfits SERVER 12.346 ms ERROR");
		assertThat(event.getMDCPropertyMap()).isEqualTo(
				Map.of("traceId", TestSpans.TRACE_ID, "spanId", TestSpans.SPAN_ID, "correlationId", "order-4711"));
		assertThat(event.getKeyValuePairs()).extracting((KeyValuePair pair) -> pair.key).containsExactly("span");
	}

	@Test
	void shouldBecomeJsonFromWhichTheTraceCanBeRebuilt() {
		LogstashEncoder encoder = new LogstashEncoder();
		encoder.setContext(this.logger.getLoggerContext());
		encoder.start();
		JsonNode line = new JsonMapper().readTree(new String(encoder.encode(export(full())), UTF_8));
		assertThat(line.get("traceId").asString()).isEqualTo(TestSpans.TRACE_ID);
		assertThat(line.get("span")).isEqualTo(new JsonMapper().readTree("""
				{"name": "GET /mysfits", "kind": "SERVER", "parentSpanId": "00f067aa0ba902b7", "parentRemote": false,
				"start": "2026-11-20T10:00:00.123456789Z", "startEpochNanos": "1795168800123456789",
				"durationNanos": 12345678, "status": "ERROR", "statusDescription": "boom",
				"service": "mysfits-web", "scope": "my.library",
				"attributes": {"cached": true, "correlation_id": "order-4711", "http.response.status_code": 500,
				"ratio": 0.5, "strange": "NaN", "tags": ["a", "b"]},
				"events": [{"name": "retry", "time": "2026-11-20T10:00:00.123456800Z", "attributes": {"n": 2}}],
				"links": [{"traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "00f067aa0ba902b7"}],
				"droppedAttributes": 3}
				"""));
	}

	@Test
	void shouldLeaveOutWhatSpanHasNot() {
		ILoggingEvent event = export(TestSpans.data().setResource(Resource.empty()).build());
		assertThat(event.getMDCPropertyMap()).doesNotContainKey("correlationId");
		assertThat(event.getKeyValuePairs().get(0).value).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys("name", "kind", "start", "startEpochNanos", "durationNanos", "status");
	}

	@Test
	void shouldNotLeakIdsWhenNextSpanHasNone() {
		export(full());
		assertThat(export(TestSpans.data().build()).getMDCPropertyMap()).doesNotContainKey("correlationId");
		assertThat(MDC.get("traceId")).isNull();
	}

	@Test
	void shouldRestoreMdcWhenCallerHadOne() {
		MDC.put("traceId", "of the caller");
		export(full());
		assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("traceId", "of the caller"));
	}

	@Test
	void shouldLogNothingWhenLoggerIsOff() {
		this.logger.setLevel(Level.OFF);
		assertThat(this.exporter.export(List.of(full())).isSuccess()).isTrue();
		assertThat(this.appender.list).isEmpty();
	}

}
