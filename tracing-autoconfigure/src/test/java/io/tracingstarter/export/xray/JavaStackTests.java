package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class JavaStackTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			app//com.example.Shop.buy(Shop.java:42) | Shop.java     | 42 | com.example.Shop.buy
			java.base/java.lang.Thread.run(Unknown Source) | Unknown Source | 0 | java.lang.Thread.run
			com.example.Shop.sell(Native Method)    | Native Method | 0  | com.example.Shop.sell
			com.example.Shop.sell                   | ''            | 0  | com.example.Shop.sell
			com.example.Shop.sell(                  | ''            | 0  | com.example.Shop.sell
			com.example.Shop.sell()                 | ''            | 0  | com.example.Shop.sell
			com.example.Shop.sell)(                 | ''            | 0  | com.example.Shop.sell)
			(Shop.java:1)                           | ''            | 0  | (Shop.java:1)
			com.example.Shop.sell(Shop.java:x)      | Shop.java     | 0  | com.example.Shop.sell
			com.example.Shop.sell(:7)               | :7            | 0  | com.example.Shop.sell
			a:b.c(Shop.java)                        | Shop.java     | 0  | a:b.c
			""")
	void shouldTakeFrameApart(String frame, String path, int line, String label) {
		String text = "java.lang.IllegalStateException: no\n\tat " + frame
				+ "\n\tat com.example.Next.one(Next.java:3)\n";
		assertThat(written(JavaStack.parse(text), 1))
			.isEqualTo("{\"stack\":[{\"path\":\"%s\",\"line\":%d,\"label\":\"%s\"}],\"truncated\":1}".formatted(path,
					line, label));
	}

	@Test
	void shouldLeaveOutWhatIsSuppressedAndWhatIsNoStack() {
		JavaStack stack = JavaStack.parse("""
				a.B: no
				second line of the message
					at a.B.c(B.java:1)
					Suppressed: x.Y: also
						at x.Y.z(Y.java:9)
					Caused by: x.Z
						... 3 more
					at a.B.d(B.java:2)
					... 5 more
				""");
		assertThat(written(stack, 9)).contains("B.java").contains("a.B.c").doesNotContain("x.Y").doesNotContain("more");
		assertThat(JavaStack.parse("").type()).isNull();
		assertThat(JavaStack.parse("\n \n\t\n").message()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void shouldEndLinesAsAnySystemDoes(String end) {
		JavaStack stack = JavaStack.parse(String.join(end, "a.B: no", "\tat a.B.c(B.java:1)", "\tSuppressed: x.Y",
				"\t\tat x.Y.z(Y.java:9)", "\t\tat x.Y.z(Y.java:8)", "Caused by: d.E", "\tat d.E.f(E.java:2)"));
		assertThat(stack.message()).isEqualTo("no");
		assertThat(written(stack, 9)).isEqualTo("{\"stack\":[{\"path\":\"B.java\",\"line\":1,\"label\":\"a.B.c\"}]}");
		assertThat(stack.cause()).isNotNull();
		assertThat(stack.cause().type()).isEqualTo("d.E");
		assertThat(stack.cause().message()).isNull();
		assertThat(written(stack.cause(), 9)).contains("E.java").contains("d.E.f");
	}

	@Test
	void shouldKeepFramesWhenNoExceptionIsBeforeThem() {
		assertThat(written(JavaStack.parse("\tat a.B.c(B.java:1)\n\n\tat a.B.d(B.java:2)"), 9)).contains("a.B.c")
			.contains("a.B.d");
	}

	@Test
	void shouldTakeLinearTimeWhenNoFrameHasWhatIsLookedFor() {
		String frames = "\tat a\n".repeat(400_000);
		JsonBytes json = new JsonBytes();
		json.beginObject();
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> JavaStack.parse(frames).write(json, Integer.MAX_VALUE));
	}

	private static String written(JavaStack stack, int frames) {
		JsonBytes json = new JsonBytes();
		json.beginObject();
		stack.write(json, frames);
		json.endObject();
		return new String(json.copy(), StandardCharsets.UTF_8);
	}

}
