package io.tracingstarter.cli.source.log;

import java.time.Instant;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.log.LogDecoder.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JSON logs of others, without configuration.
 */
class ForeignLayoutTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private static final long TIME = EpochNanos.of(Instant.parse("2026-11-20T18:25:28.493Z"));

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					boot logstash | {"@timestamp":"2026-11-20T18:25:28.493Z","@version":"1","message":"hi","logger_name":"a.B","thread_name":"main","level":"WARN","level_value":30000,"traceId":"$T","spanId":"$S"}
					boot gelf | {"version":"1.1","short_message":"hi","timestamp":1795199128.493,"level":4,"_level_name":"WARN","_process_thread_name":"main","host":"orders","_log_logger":"a.B","_traceId":"$T","_spanId":"$S"}
					logback | {"sequenceNumber":0,"timestamp":1795199128493,"nanoseconds":493000000,"level":"WARN","threadName":"main","loggerName":"a.B","context":{"name":"default","birthdate":1},"mdc":{"traceId":"$T","spanId":"$S"},"message":"hi","throwable":null}
					log4j2 instant | {"instant":{"epochSecond":1795199128,"nanoOfSecond":493000000},"thread":"main","level":"WARN","loggerName":"a.B","message":"hi","contextMap":{"traceId":"$T","spanId":"$S"}}
					log4j2 millis | {"timeMillis":1795199128493,"thread":"main","level":"WARN","loggerName":"a.B","message":"hi","contextMap":{"trace_id":"$T","span_id":"$S"}}
					serilog | {"@t":"2026-11-20T18:25:28.4930000Z","@l":"Warning","@m":"hi","@tr":"$T","@sp":"$S","SourceContext":"a.B","ThreadName":"main"}
					zap | {"level":"warn","ts":1795199128.493,"logger":"a.B","msg":"hi","trace_id":"$T","span_id":"$S","thread":"main"}
					pino | {"level":40,"time":1795199128493,"pid":1,"hostname":"h","msg":"hi","trace_id":"$T","span_id":"$S","logger":"a.B","thread":"main"}
					structlog | {"event":"hi","level":"warning","timestamp":"2026-11-20T18:25:28.493000Z","trace_id":"$T","span_id":"$S","logger":"a.B","thread":"main"}
					docker | {"log":"{\\"@timestamp\\":\\"2026-11-20T18:25:28.493Z\\",\\"level\\":\\"WARN\\",\\"message\\":\\"hi\\",\\"logger\\":\\"a.B\\",\\"thread\\":\\"main\\",\\"traceId\\":\\"$T\\",\\"spanId\\":\\"$S\\"}\\n","stream":"stdout","time":"2026-11-20T18:25:30Z"}
					cri | 2026-11-20T18:25:30.123456789Z stdout F {"@timestamp":"2026-11-20T18:25:28.493Z","level":"WARN","message":"hi","logger":"a.B","thread":"main","traceId":"$T","spanId":"$S"}
					xray | {"timestamp":"2026-11-20T18:25:28.493Z","level":"WARN","message":"hi","logger":"a.B","thread":"main","xrayTraceId":"Root=1-0af76519-16cd43dd8448eb211c80319c;Sampled=1","spanId":"$S"}
					datadog | {"timestamp":"2026-11-20T18:25:28.493Z","level":"WARN","message":"hi","logger":"a.B","thread":"main","dd.trace_id":"$T","dd.span_id":"13235353014750950193"}
					google | {"timestamp":{"seconds":1795199128,"nanos":493000000},"severity":"WARNING","message":"hi","logger":"a.B","thread":"main","logging.googleapis.com/trace":"projects/p/traces/$T","logging.googleapis.com/spanId":"$S"}
					""")
	void shouldReadLineWhenLayoutIsCommon(String layout, String text) {
		LogLine line = line(text.replace("$T", TRACE).replace("$S", SPAN));
		assertThat(line.nanos()).isEqualTo(TIME);
		assertThat(line.level()).isEqualTo(LogLevel.WARN);
		assertThat(line.message()).isEqualTo("hi");
		assertThat(line.logger()).isEqualTo("a.B");
		assertThat(line.thread()).isEqualTo("main");
		assertThat(line.traceId()).isEqualTo(TRACE);
		assertThat(line.spanId()).isEqualTo(SPAN);
		assertThat(line.structured()).isTrue();
	}

	@Test
	void shouldKeepEveryDigitWhenTimeIsANumberOfNanoseconds() {
		assertThat(line("{\"time\":1795199074260933779,\"msg\":\"x\"}").nanos()).isEqualTo(1795199074260933779L);
		assertThat(line("{\"ts\":1795199074.260933779,\"msg\":\"x\"}").nanos()).isEqualTo(1795199074260933779L);
		assertThat(line("{\"ts\":\"1795199074260933\",\"msg\":\"x\"}").nanos()).isEqualTo(1795199074260933000L);
		assertThat(line("{\"ts\":1.795199074E9,\"msg\":\"x\"}").nanos()).isEqualTo(1795199074000000000L);
	}

	@Test
	void shouldStayInRangeWhenClockIsWrong() {
		assertThat(line("{\"@timestamp\":\"1970-01-01T00:00:01Z\",\"message\":\"x\"}").nanos())
			.isEqualTo(1_000_000_000);
		assertThat(line("{\"@timestamp\":\"2262-04-12T00:00:00Z\",\"message\":\"x\"}").nanos())
			.isEqualTo(Long.MAX_VALUE);
		assertThat(line("{\"time\":99999999999999999999,\"message\":\"x\"}").nanos()).isEqualTo(Long.MAX_VALUE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"level":"error","ts":1795199128.4,"msg":"declined","error":"no funds"} | no funds
					{"level":"error","ts":1795199128.4,"msg":"declined","error":"no funds","stacktrace":"main.charge\\n\\t/src/main.go:50"} | no funds
					{"level":"warning","time":"2026-11-20T18:25:28Z","msg":"declined","err":"no funds"} | no funds
					{"level":"error","ts":1795199128.4,"msg":"declined","error":"none","err":"no funds"} | no funds
					{"level":"error","ts":1795199128.4,"msg":"declined","error":"false"} |
					{"level":"error","ts":1795199128.4,"msg":"declined","error":true} |
					{"level":"info","ts":1795199128.4,"msg":"declined","error":"no funds"} |
					""")
	void shouldReadReasonWhenErrorIsText(String text, @Nullable String reason) {
		LogLine line = line(text);
		assertThat(line.message()).isEqualTo("declined");
		if (reason == null) {
			assertThat(line.failure()).isNull();
		}
		else {
			assertThat(line.failure()).isNotNull();
			assertThat(line.failure().message()).isEqualTo(reason);
			assertThat(line.failure().type()).isEqualTo("error");
			assertThat(line.fields()).doesNotContainValue(reason);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"@t":"2026-11-20T18:25:28Z","@mt":"Took {Elapsed:0.0} of {$Total} ms","Elapsed":12.5,"Total":20} | Took 12.5 of 20 ms
					{"Timestamp":"2026-11-20T18:25:28Z","MessageTemplate":"User {@User,10} left","Properties":{"User":"$1\\\\x"}} | User $1\\x left
					{"@t":"2026-11-20T18:25:28Z","@mt":"{{as}} is {Missing}","x":1} | {as} is {Missing}
					{"@t":"2026-11-20T18:25:28Z","@mt":"plain }} {","x":1} | plain } {
					""")
	void shouldFillInValuesWhenMessageIsATemplate(String text, String message) {
		assertThat(line(text).message()).isEqualTo(message);
	}

	@Test
	void shouldReadExceptionWhenItIsAnObject() {
		LogLine line = line(
				"{\"message\":\"x\",\"thrown\":{\"name\":\"a.B\",\"message\":\"outer\",\"extendedStackTrace\":[{\"class\":\"c.D\",\"method\":\"e\",\"file\":\"D.java\",\"line\":3}],\"cause\":{\"name\":\"f.G\",\"message\":\"inner\"}}}");
		assertThat(line.failure()).isNotNull();
		assertThat(line.failure().type()).isEqualTo("a.B");
		assertThat(line.failure().rootType()).isEqualTo("f.G");
		assertThat(line.failure().rootMessage()).isEqualTo("inner");
		assertThat(line.failure().stackTrace()).contains("at c.D.e(D.java:3)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"msg":"x","err":{"type":"TypeError","message":"no","stack":"TypeError: no\\n    at f (a.js:1:2)"}} | TypeError | no | |
					{"event":"x","exception":"Traceback (most recent call last):\\n  File \\"a.py\\", line 1\\nValueError: no"} | ValueError | no | |
					{"@m":"x","@x":"System.A: no\\n ---> System.B: deep\\n   at C.D()\\n   at E.F()"} | System.A | no | System.B | deep
					{"message":"x","stack_trace":"a.B: no\\n\\tat c.D.e(D.java:1)\\nCaused by: f.G: mid\\n\\t... 3 more\\nCaused by: h.I: deep\\n\\t... 4 more"} | a.B | no | h.I | deep
					""")
	void shouldFindRootCauseWhenExceptionIsText(String text, String type, String message, String rootType,
			String rootMessage) {
		LogLine line = line(text);
		assertThat(line.failure()).isNotNull();
		assertThat(line.failure().type()).isEqualTo(type);
		assertThat(line.failure().message()).isEqualTo(message);
		assertThat(line.failure().rootType()).isEqualTo(rootType);
		assertThat(line.failure().rootMessage()).isEqualTo(rootMessage);
	}

	private static LogLine line(String text) {
		LogLine line = new LogDecoder().decode(text, new Place(0, "", "here")).line();
		assertThat(line).isNotNull();
		return line;
	}

}
