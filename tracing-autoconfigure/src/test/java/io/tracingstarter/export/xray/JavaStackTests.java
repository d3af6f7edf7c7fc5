package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
	void takesAFrameApart(String frame, String path, int line, String label) {
		String text = "java.lang.IllegalStateException: no\n\tat " + frame
				+ "\n\tat com.example.Next.one(Next.java:3)\n";
		assertThat(written(JavaStack.parse(text), 1))
			.isEqualTo("{\"stack\":[{\"path\":\"%s\",\"line\":%d,\"label\":\"%s\"}],\"truncated\":1}".formatted(path,
					line, label));
	}

	@Test
	void endsLinesAsWindowsDoes() {
		JavaStack stack = JavaStack.parse("a.B: no\r\n\tat a.B.c(B.java:1)\r\nCaused by: d.E\r\n\tat d.E.f(E.java:2)");
		assertThat(stack.type()).isEqualTo("a.B");
		assertThat(stack.message()).isEqualTo("no");
		assertThat(stack.cause()).isNotNull();
		assertThat(stack.cause().type()).isEqualTo("d.E");
		assertThat(stack.cause().message()).isNull();
		assertThat(written(stack.cause(), 9))
			.isEqualTo("{\"stack\":[{\"path\":\"E.java\",\"line\":2,\"label\":\"d.E.f\"}]}");
	}

	@Test
	void leavesOutWhatIsSuppressedAndWhatIsNoStack() {
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

	private static String written(JavaStack stack, int frames) {
		JsonBytes json = new JsonBytes();
		json.beginObject();
		stack.write(json, frames);
		json.endObject();
		return new String(json.copy(), StandardCharsets.UTF_8);
	}

}
