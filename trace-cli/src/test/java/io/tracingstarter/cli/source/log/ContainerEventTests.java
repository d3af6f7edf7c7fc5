package io.tracingstarter.cli.source.log;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.log.LogDecoder.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several lines of a container runtime that are one event.
 */
class ContainerEventTests {

	private static final String HEAD = "2026-11-20T18:25:30.123456789Z stdout ";

	@Test
	void shouldReadJsonWhenKubernetesSplitIt() {
		LogLine line = line(
				HEAD + "P {\"message\":\"a \n" + HEAD + "P b\",\"corre\n" + HEAD + "F lationId\":\"order-1\"}");
		assertThat(line.message()).isEqualTo("a b");
		assertThat(line.correlationId()).isEqualTo("order-1");
		assertThat(line.structured()).isTrue();
	}

	@Test
	void shouldReadJsonWhenDockerSplitIt() {
		LogLine line = line(
				"{\"log\":\"{\\\"message\\\":\\\"a \",\"stream\":\"stdout\",\"time\":\"2026-11-20T18:25:30Z\"}\n"
						+ "{\"log\":\"b\\\"}\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-20T18:25:31Z\"}");
		assertThat(line.message()).isEqualTo("a b");
		assertThat(line.nanos()).isEqualTo(1795199130000000000L);
		assertThat(line.fields()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`{"log":"a\\n","stream":"stdout"}\n{"log":"","stream":"stdout"}\n{"log":"b\\n","stream":"stdout"}` | `a\nb`
					`{"log":"","stream":"stdout"}\n{"log":"b\\n","stream":"stdout"}` | b
					`{"log":"a\\n","stream":"stdout"}\n{"log":"b` | `a\n{"log":"b`
					`2026-11-20T18:25:30Z stdout F a\n2026-11-20T18:25:30Z std` | `a\n2026-11-20T18:25:30Z std`
					`2026-11-20T18:25:30Z stdout P a\n2026-11-20T18:25:30Z stdout F ` | a
					`2026-11-20T18:25:30Z stdout F a\n2026-11-20T18:25:30Z stdout F \n2026-11-20T18:25:30Z stdout F b` | `a\n\nb`
					""")
	void shouldLoseNothingWhenLinesAreEmptyOrCut(String event, String message) {
		assertThat(line(event).message()).isEqualTo(message);
	}

	private static LogLine line(String text) {
		LogLine line = new LogDecoder().decode(text, new Place(0, "", "here")).line();
		assertThat(line).isNotNull();
		return line;
	}

}
