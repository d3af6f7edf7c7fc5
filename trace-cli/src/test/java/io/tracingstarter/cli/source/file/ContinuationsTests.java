package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContinuationsTests {

	@ParameterizedTest
	@ValueSource(strings = { " INFO 2026-11-20 18:00:00 started", " WARN", "  ERROR: x", " [INFO] x", "   FATAL\tx",
			"   2026-11-20T18:00:00.00+0000 [APP/PROC/WEB/0] OUT x", "  2026/11/20 18:00:00 x",
			" 18:00:00.123 [main] x", " [20/Nov/2026:18:00:00 +0000] x", " 20.11.2026 x", "2026-11-20T18:00:00Z x",
			"INFO x", "", " TRACE", "{\"message\":\"x\"}" })
	void shouldBeginAnEventWhenADateOrALevelIsBehindTheBlanks(String line) {
		assertThat(isContinuation(line)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\tat a.B.c(B.java:1)", "    at a.B.c(B.java:1)", "\t... 12 more", "    ... 12 more",
			"Caused by: a.B: no", "  Caused by: a.B: no", "  File \"a.py\", line 1, in f",
			"   at C.D() in /c.cs:line 3", " ---> System.B: deep", "    at f (/a.js:1:2)", "  INFORMATION",
			"  ERROR_CODE=3", "  info x", "  12 items", "  2026-1-1", "\tERROR of the message's second line", "   ",
			" ", "a.b.CException: no" })
	void shouldContinueWhenLineIsOfAStackTrace(String line) {
		assertThat(isContinuation(line)).isTrue();
	}

	private static boolean isContinuation(String line) {
		byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
		return Continuations.isContinuation(bytes, 0, bytes.length);
	}

}
