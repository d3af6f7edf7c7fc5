package io.tracingstarter.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.SignatureException;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SafeText}, {@link AttributeText} and {@link FailureReason}.
 */
class TextTests {

	@ParameterizedTest
	@MethodSource("texts")
	void shouldEscapeWhatIsNotPrintable(String text, String expected) {
		assertThat(SafeText.oneLine(text, 30)).isEqualTo(expected);
	}

	static Stream<Arguments> texts() {
		return Stream.of(arguments("plain", "plain"), arguments("größe ✓ 𝄞", "größe ✓ 𝄞"),
				arguments("a\r\nb", "a\\u000d\\u000ab"), arguments("\u001b[31mred", "\\u001b[31mred"),
				arguments("x\u2028y\u202ez", "x\\u2028y\\u202ez"), arguments("\ud800!", "\\ud800!"),
				arguments("\u009b1m", "\\u009b1m"),
				arguments("0123456789012345678901234567890", "012345678901234567890123456789…"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void shouldWriteValueWhenOfAnyType(Object value, String expected) {
		assertThat(AttributeText.of(value)).isEqualTo(expected);
	}

	static Stream<Arguments> values() {
		return Stream.of(arguments("text", "text"), arguments(true, "true"), arguments(42L, "42"),
				arguments(1.5d, "1.5"), arguments(List.of("a", "b\"c\n"), "[\"a\",\"b\\\"c\\n\"]"),
				arguments(List.of(1L, 2L), "[1,2]"), arguments(List.of(true, false), "[true,false]"),
				arguments(List.of(0.5, Double.NaN), "[0.5,\"NaN\"]"), arguments(List.of("\ud800"), "[\"\\ud800\"]"));
	}

	@Test
	void shouldWriteJsonObjectWhenGivenAttributes() {
		Attributes attributes = Attributes.builder()
			.put("count", 3)
			.put("name", "a\\b")
			.put(AttributeKey.stringArrayKey("tags"), List.of("x"))
			.build();
		assertThat(AttributeText.json(attributes)).isEqualTo("{\"count\":3,\"name\":\"a\\\\b\",\"tags\":[\"x\"]}");
	}

	@ParameterizedTest
	@MethodSource("failures")
	void shouldNameRootCauseWhenExportFails(Throwable failure, String expected) {
		assertThat(FailureReason.of(failure)).isEqualTo(expected);
	}

	static Stream<Arguments> failures() {
		Throwable timeout = new InterruptedIOException("timeout").initCause(new SocketException("Socket closed"));
		return Stream.of(
				arguments(new ConnectException("Failed to connect to /127.0.0.1:1")
					.initCause(new ConnectException("Connection refused")), "Connection refused"),
				arguments(new UnknownHostException("zipkin"), "unknown host zipkin"),
				arguments(new IOException(timeout), "no answer in time"),
				arguments(new SocketTimeoutException("Connect timed out"), "connecting timed out"),
				arguments(new SSLHandshakeException("PKIX path").initCause(new SignatureException("no match")),
						"TLS: PKIX path"),
				arguments(new IOException(ExportException.rejected("HTTP 400")), "HTTP 400"),
				arguments(new IllegalStateException("a\nb"), "IllegalStateException: a\\u000ab"),
				arguments(new NullPointerException(), "NullPointerException"));
	}

	@Test
	void shouldSaySoWhenThereIsNoReason() {
		assertThat(FailureReason.of(null)).isEqualTo("the exporter gave no reason");
	}

}
