package io.tracingstarter.autoconfigure.instrument.r2dbc;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcInstrumentAutoConfiguration}, with H2.
 */
class R2dbcInstrumentIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.reactive(R2dbcApplication.class, ClassPath.with("r2dbc"),
				"spring.r2dbc.url=r2dbc:h2:mem:///reactive");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldShowQueryBelowServerSpanWithoutItsValues() {
		List<SpanData> spans = spans("select 'secret', 42 from dual");
		SpanData query = only(spans, SpanKind.CLIENT);
		assertThat(query.getParentSpanId()).isEqualTo(only(spans, SpanKind.SERVER).getSpanId());
		assertThat(query.getName()).isEqualTo("SELECT dual");
		assertThat(query.getAttributes().asMap().toString()).contains("select ?, ? from dual", "h2database")
			.doesNotContain("secret");
		assertThat(SpanRecorder.correlationId(query)).isEqualTo("order-4711");
	}

	@Test
	void shouldMarkSpanWhenQueryFails() {
		SpanData query = only(spans("select * from nowhere"), SpanKind.CLIENT);
		assertThat(query.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void shouldLeaveNoTraceWhenQueryBelongsToNoRequest() {
		application.bean(DatabaseClient.class).sql("select 'at start-up' from dual").fetch().all().blockLast();
		assertThat(application.bean(SpanRecorder.class).spans())
			.noneMatch((span) -> span.getKind() == SpanKind.CLIENT && !span.getParentSpanContext().isValid());
	}

	private static List<SpanData> spans(String sql) {
		HttpResponse<String> response = application.get("/query?sql=" + URLEncoder.encode(sql, StandardCharsets.UTF_8),
				"X-Correlation-ID", "order-4711");
		assertThat(response.statusCode()).isEqualTo(200);
		return application.bean(SpanRecorder.class)
			.spansOf(response.headers().firstValue("X-Trace-ID").orElseThrow(), 2);
	}

	private static SpanData only(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

}
