package io.tracingstarter.autoconfigure.instrument.jdbc;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.jdbc.DataSourceUnwrapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcInstrumentAutoConfiguration}, with H2 behind HikariCP.
 */
class JdbcInstrumentIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = start("spring.datasource.hikari.pool-name=orders-db",
				"spring.datasource.hikari.maximum-pool-size=1", "spring.datasource.hikari.connection-timeout=250",
				"tracing.instrument.jdbc.pool-wait-threshold=1h");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldShowQueryBelowServerSpanWithoutItsValues() {
		List<SpanData> spans = spans(application, query("select 'secret', 42 from dual"), 2);
		SpanData server = only(spans, SpanKind.SERVER);
		SpanData query = only(spans, SpanKind.CLIENT);
		assertThat(query.getParentSpanId()).isEqualTo(server.getSpanId());
		assertThat(query.getName()).isEqualTo("SELECT dual");
		assertThat(attributes(query)).containsEntry("db.system.name", "h2database")
			.containsEntry("db.query.text", "select ?, ? from dual")
			.containsEntry("db.query.summary", "SELECT dual")
			.containsEntry("db.operation.name", "SELECT")
			.containsEntry("db.collection.name", "dual")
			.containsEntry("jdbc.datasource.name", "orders-db")
			.containsEntry("jdbc.datasource.pool", "orders-db")
			.containsEntry("correlation_id", "order-4711");
		assertThat(attributes(query).values()).noneMatch((value) -> value.toString().contains("secret"));
	}

	@Test
	void shouldHideParametersWhenNobodyAskedForThem() {
		SpanData query = only(spans(application, "/parameter", 2), SpanKind.CLIENT);
		assertThat(attributes(query).values()).noneMatch((value) -> value.toString().contains("secret"));
	}

	@Test
	void shouldMarkSpanWhenQueryFails() {
		SpanData query = only(spans(application, query("select * from nowhere"), 2), SpanKind.CLIENT);
		assertThat(query.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(query.getName()).isEqualTo("SELECT nowhere");
		assertThat(query.getEvents()).singleElement()
			.satisfies((event) -> assertThat(event.getName()).isEqualTo("exception"));
	}

	@Test
	void shouldShowBatchAsOneSpan() {
		SpanData batch = spans(application, "/batch", 3).stream()
			.filter((span) -> span.getName().startsWith("BATCH"))
			.findFirst()
			.orElseThrow();
		assertThat(batch.getName()).isEqualTo("BATCH INSERT batch_target");
		assertThat(attributes(batch)).containsEntry("db.query.text", "insert into batch_target values (?)")
			.containsEntry("db.operation.batch.size", "2");
	}

	@Test
	void shouldShowFailedWaitWhenPoolIsExhausted() throws SQLException {
		try (Connection only = application.bean(DataSource.class).getConnection()) {
			List<SpanData> spans = spans(application, query("select 1"), 2);
			SpanData wait = only(spans, SpanKind.INTERNAL);
			assertThat(wait.getName()).isEqualTo("getConnection");
			assertThat(wait.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(wait.getParentSpanId()).isEqualTo(only(spans, SpanKind.SERVER).getSpanId());
			assertThat(wait.getEndEpochNanos() - wait.getStartEpochNanos()).isGreaterThan(200_000_000);
			assertThat(attributes(wait)).containsEntry("db.client.connection.pool.name", "orders-db")
				.containsEntry("correlation_id", "order-4711");
		}
	}

	@Test
	void shouldLeaveNoTraceWhenQueryBelongsToNoRequest() throws SQLException {
		try (Connection connection = application.bean(DataSource.class).getConnection()) {
			connection.createStatement().execute("select 'at start-up'");
		}
		SpanRecorder recorder = application.bean(SpanRecorder.class);
		assertThat(recorder.spans()).noneMatch((span) -> span.getKind() == SpanKind.CLIENT
				&& "select ?".equals(attributes(span).get("db.query.text")) && !span.getParentSpanContext().isValid());
	}

	@Test
	void shouldStayUnwrappable() throws SQLException {
		DataSource dataSource = application.bean(DataSource.class);
		assertThat(dataSource.isWrapperFor(HikariDataSource.class)).isTrue();
		assertThat(DataSourceUnwrapper.unwrap(dataSource, HikariDataSource.class)).isNotNull();
	}

	@Test
	void shouldShowWaitThatReachesThreshold() {
		try (RunningApplication application = start("tracing.instrument.jdbc.pool-wait-threshold=0s")) {
			assertThat(spans(application, query("select 1"), 3)).extracting(SpanData::getName)
				.containsExactlyInAnyOrder("getConnection", "SELECT", "http get /query");
		}
	}

	@Test
	void shouldShowQueryOnceWhenDataSourcesAskEachOther() {
		try (RunningApplication application = start("spring.profiles.active=several",
				"tracing.instrument.jdbc.pool-wait-threshold=0s")) {
			assertThat(spans(application, query("select 1"), 3)).extracting(SpanData::getName)
				.containsExactlyInAnyOrder("getConnection", "SELECT", "http get /query");
		}
	}

	@Test
	void shouldLetPropertiesOfTheLibraryWin() {
		try (RunningApplication application = start("jdbc.includes[0]=connection", "jdbc.includes[1]=query",
				"jdbc.datasource-proxy.include-parameter-values=true",
				"tracing.instrument.jdbc.pool-wait-threshold=1h")) {
			List<SpanData> spans = spans(application, "/parameter", 3);
			assertThat(spans).extracting(SpanData::getName).contains("connection");
			assertThat(spans)
				.anySatisfy((span) -> assertThat(attributes(span).get("jdbc.params[0]").toString()).contains("secret"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.instrument.jdbc.enabled=false", "jdbc.datasource-proxy.enabled=false" })
	void shouldShowNothingWhenSwitchedOff(String off) {
		try (RunningApplication application = start(off)) {
			assertThat(application.bean(DataSource.class)).isInstanceOf(HikariDataSource.class);
			assertThat(spans(application, query("select 1"), 1)).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "management.opentelemetry.enabled=false",
			"management.tracing.export.enabled=false" })
	void shouldAnswerWhenTracingIsOff(String off) {
		try (RunningApplication application = start(off)) {
			assertThat(application.get(query("select 1")).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void shouldStartTraceForQueryWhenAskedTo() throws Exception {
		try (RunningApplication application = start("tracing.instrument.jdbc.own-traces=true")) {
			Callable<Boolean> outside = () -> {
				try (Connection connection = application.bean(DataSource.class).getConnection()) {
					return connection.createStatement().execute("select 'outside'");
				}
			};
			assertThat(outside.call()).isTrue();
			assertThat(application.bean(SpanRecorder.class).spans()).singleElement()
				.satisfies((span) -> assertThat(span.getName()).isEqualTo("SELECT"));
		}
	}

	private static RunningApplication start(String... properties) {
		return RunningApplication.servlet(JdbcApplication.class,
				Stream.concat(Stream.of(ClassPath.with("jdbc")), Stream.of(properties)).toArray(String[]::new));
	}

	private static String query(String sql) {
		return "/query?sql=" + URLEncoder.encode(sql, StandardCharsets.UTF_8);
	}

	private static List<SpanData> spans(RunningApplication application, String path, int count) {
		HttpResponse<String> response = application.get(path, "X-Correlation-ID", "order-4711");
		assertThat(response.statusCode()).isEqualTo(200);
		return application.bean(SpanRecorder.class)
			.spansOf(response.headers().firstValue("X-Trace-ID").orElseThrow(), count);
	}

	private static SpanData only(List<SpanData> spans, SpanKind kind) {
		return spans.stream().filter((span) -> span.getKind() == kind).findFirst().orElseThrow();
	}

	private static Map<String, Object> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> ((AttributeKey<?>) entry.getKey()).getKey(), Map.Entry::getValue));
	}

}
