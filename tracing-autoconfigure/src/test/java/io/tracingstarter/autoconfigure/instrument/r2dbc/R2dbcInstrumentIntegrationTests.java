package io.tracingstarter.autoconfigure.instrument.r2dbc;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;

import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcInstrumentAutoConfiguration}, with H2.
 */
class R2dbcInstrumentIntegrationTests {

	@Test
	void shouldShowQueryBelowServerSpanWithoutItsValues() {
		try (RunningApplication application = start()) {
			List<SpanData> spans = spans(application, query("select 'secret', 42 from dual"));
			SpanData query = only(spans, SpanKind.CLIENT);
			assertThat(query.getParentSpanId()).isEqualTo(only(spans, SpanKind.SERVER).getSpanId());
			assertThat(query.getName()).isEqualTo("SELECT dual");
			assertThat(query.getAttributes().asMap().toString()).contains("select ?, ? from dual", "h2database")
				.doesNotContain("secret");
			assertThat(SpanRecorder.correlationId(query)).isEqualTo("order-4711");
		}
	}

	@Test
	void shouldMarkSpanWhenQueryFails() {
		try (RunningApplication application = start()) {
			SpanData query = only(spans(application, query("select * from nowhere")), SpanKind.CLIENT);
			assertThat(query.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		}
	}

	@Test
	void shouldLeaveNoTraceWhenQueryBelongsToNoRequest() {
		try (RunningApplication application = start()) {
			application.bean(DatabaseClient.class).sql("select 'at start-up' from dual").fetch().all().blockLast();
			assertThat(application.bean(SpanRecorder.class).spans())
				.noneMatch((span) -> span.getKind() == SpanKind.CLIENT && !span.getParentSpanContext().isValid());
		}
	}

	@Test
	void shouldHideParametersWhenNobodyAskedForThem() {
		try (RunningApplication application = start()) {
			SpanData query = only(spans(application, "/parameter"), SpanKind.CLIENT);
			assertThat(query.getAttributes().asMap().toString()).contains("$1").doesNotContain("secret");
		}
	}

	@Test
	void shouldShowParametersWhenPropertyOfBootSaysSo() {
		try (RunningApplication application = start("management.observations.r2dbc.include-parameter-values=true")) {
			SpanData query = only(spans(application, "/parameter"), SpanKind.CLIENT);
			assertThat(query.getName()).isEqualTo("SELECT dual");
			assertThat(query.getAttributes().asMap().toString()).contains("r2dbc.params[0]", "secret");
		}
	}

	@Test
	void shouldLeaveQueriesToBootWhenSwitchedOff() {
		try (RunningApplication application = start("tracing.instrument.r2dbc.enabled=false")) {
			SpanData query = only(spans(application, query("select 42 from dual")), SpanKind.CLIENT);
			assertThat(query.getName()).isEqualTo("query");
			assertThat(query.getAttributes().asMap().toString()).contains("select 42 from dual");
		}
	}

	@Test
	void shouldAnswerWhenTracingIsOff() {
		try (RunningApplication application = start("tracing.enabled=false")) {
			assertThat(application.get(query("select 1")).body()).contains("1");
		}
	}

	@Test
	void shouldStartTraceForQueryWhenAskedTo() {
		try (RunningApplication application = start("tracing.instrument.r2dbc.own-traces=true")) {
			application.bean(DatabaseClient.class).sql("select 'outside' from dual").fetch().all().blockLast();
			assertThat(application.bean(SpanRecorder.class).spans()).singleElement()
				.satisfies((span) -> assertThat(span.getName()).isEqualTo("SELECT dual"));
		}
	}

	private static RunningApplication start(String... properties) {
		return RunningApplication.reactive(R2dbcApplication.class,
				Stream
					.concat(Stream.of(ClassPath.with("r2dbc"), "spring.r2dbc.url=r2dbc:h2:mem:///reactive"),
							Stream.of(properties))
					.toArray(String[]::new));
	}

	private static String query(String sql) {
		return "/query?sql=" + URLEncoder.encode(sql, StandardCharsets.UTF_8);
	}

	private static List<SpanData> spans(RunningApplication application, String path) {
		HttpResponse<String> response = application.get(path, "X-Correlation-ID", "order-4711");
		assertThat(response.statusCode()).isEqualTo(200);
		return application.bean(SpanRecorder.class)
			.spansOf(response.headers().firstValue("X-Trace-ID").orElseThrow(), 2);
	}

	private static SpanData only(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

}
