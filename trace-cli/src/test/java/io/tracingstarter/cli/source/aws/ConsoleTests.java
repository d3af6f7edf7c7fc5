package io.tracingstarter.cli.source.aws;

import java.time.Instant;
import java.util.List;

import io.tracingstarter.cli.model.TimeWindow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Console}.
 */
class ConsoleTests {

	@Test
	void shouldEncodeAQueryAsTheConsoleDoes() {
		TimeWindow window = new TimeWindow(Instant.parse("2021-07-15T21:00:00Z"),
				Instant.parse("2021-07-18T20:59:59Z"));
		assertThat(Console.insights("eu-west-1", List.of("/aws/lambda/a", "b"), "fields @timestamp | limit 2", window))
			.isEqualTo("https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1"
					+ "#logsV2:logs-insights$3FqueryDetail$3D$257E$2528end$257E$25272021-07-18T20*3A59*3A59.000Z"
					+ "$257Estart$257E$25272021-07-15T21*3A00*3A00.000Z$257EtimeType$257E$2527ABSOLUTE"
					+ "$257Etz$257E$2527UTC$257EeditorString$257E$2527fields*20*40timestamp*20*7C*20limit*202"
					+ "$257Esource$257E$2528$257E$2527*2Faws*2Flambda*2Fa$257E$2527b$2529$2529");
	}

	@Test
	void shouldNotLetTextBreakOut() {
		assertThat(Console.insights("eu-west-1", List.of("g"), "a~b'c)d(e*f%+", null)).endsWith(
				"$257EeditorString$257E$2527a*7Eb*27c*29d*28e*2Af*25*2B$257Esource$257E$2528$257E$2527g$2529$2529");
	}

	@Test
	void shouldUseTheConsoleOfThePartition() {
		assertThat(Console.trace("cn-north-1", "a".repeat(32))).startsWith(
				"https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#xray:traces/1-aaaaaaaa-");
		assertThat(Console.trace("us-gov-west-1", "a".repeat(32)))
			.startsWith("https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1#");
	}

}
