package io.tracingstarter.export;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ExportEndpoint}.
 */
class ExportEndpointTests {

	@ParameterizedTest
	@CsvSource({ "http://localhost:9411/api/v2/spans, http://localhost:9411/api/v2/spans",
			"http://localhost:9411, http://localhost:9411/default",
			"http://localhost:9411/, http://localhost:9411/default", "HTTPS://zipkin/x?a=b, https://zipkin/x?a=b",
			"http://otel_collector:4318/v1, http://otel_collector:4318/v1",
			"http://[::1]:4318/v1/traces, http://[::1]:4318/v1/traces", "' http://a/b ', http://a/b",
			"http://user:pass@host:1/b, http://host:1/b" })
	void shouldParseWhenUrlIsUsable(String url, String expected) {
		assertThat(ExportEndpoint.parse(url, "/default").uri()).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			localhost:9411/api | it is not an http or https URL
			ftp://localhost/ | it is not an http or https URL
			'' | it is not an http or https URL
			http:///api/v2/spans | it has no valid host and port
			http://:9411/ | it has no valid host and port
			http://host:port/ | it has no valid host and port
			http://host:0/ | its port is not between 1 and 65535
			http://host:65536/ | its port is not between 1 and 65535
			http://host/#a | it has a fragment (#)
			http://ho st/ | it does not parse as a URL: Illegal character in authority
			http://user:p%ss@host/ | it does not parse as a URL: Malformed escape pair
			""")
	void shouldSayWhatIsWrongWhenUrlIsNot(String url, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> ExportEndpoint.parse(url, "/default"))
			.withMessageContaining(reason)
			.withMessageNotContaining("user");
	}

	@Test
	void shouldTurnCredentialsIntoHeaderAndHideThemWhenUrlHasThem() {
		ExportEndpoint endpoint = ExportEndpoint.parse("https://user:s%40cret@host/api?key=abc&x=1", "");
		assertThat(endpoint.authorization())
			.isEqualTo("Basic " + Base64.getEncoder().encodeToString("user:s@cret".getBytes(UTF_8)));
		assertThat(endpoint).hasToString("https://******@host/api?key=******&x=******");
		assertThat(endpoint.uri()).hasToString("https://host/api?key=abc&x=1");
	}

	@ParameterizedTest
	@CsvSource({ "http://user:pa/ss@host/x, http://******@host/x", "user:pass@host, ******@host",
			"'http://u:p@ho st', 'http://******@ho st'", "http://host/x?a=b#token=abc, http://host/x?a=******#******",
			"http://host/x, http://host/x" })
	void shouldMaskWhenUrlDoesNotEvenParse(String url, String masked) {
		assertThat(ExportEndpoint.mask(url)).isEqualTo(masked);
	}

}
