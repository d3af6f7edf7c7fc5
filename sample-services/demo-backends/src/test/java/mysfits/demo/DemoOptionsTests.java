package mysfits.demo;

import java.util.List;
import java.util.Map;

import mysfits.demo.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The command line of the demo.
 */
class DemoOptionsTests {

	@Test
	void shouldStayUpOnDefaultPortsWhenNothingIsAsked() {
		DemoOptions options = DemoOptions.parse(List.of());
		assertThat(options.once()).isFalse();
		assertThat(options.aheadOfTime()).isFalse();
		assertThat(options.loadCheck()).isFalse();
		assertThat(options.ports()).isEmpty();
	}

	@Test
	void shouldTakeEveryOptionWhenGiven() {
		DemoOptions options = DemoOptions.parse(List.of("--once", "--web-port", "0", "--zipkin-port", "19411", "--aot",
				"--load-check", "--requests", "100000", "--concurrency", "32"));
		assertThat(options.once()).isTrue();
		assertThat(options.aheadOfTime()).isTrue();
		assertThat(options.loadCheck()).isTrue();
		assertThat(options.requests()).isEqualTo(100_000);
		assertThat(options.concurrency()).isEqualTo(32);
		assertThat(options.ports()).isEqualTo(Map.of(Server.MYSFITS_WEB, 0, Server.ZIPKIN, 19411));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--onec              | Unknown option --onec
			--web-port 70000    | --web-port needs a number from 0 to 65535, not 70000
			--web-port          | --web-port needs a number from 0 to 65535
			--xray --aot        | --xray goes with neither --aot
			--xray --load-check | --xray goes with neither --aot
			--requests many     | --requests needs a number from 1 to 10000000, not many
			""")
	void shouldSayWhatIsWrongWhenAnOptionMakesNoSense(String commandLine, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.parse(List.of(commandLine.split(" "))))
			.withMessageStartingWith(message);
	}

}
