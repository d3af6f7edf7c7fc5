package io.tracingstarter.cli.render.html;

import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.render.Masking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HtmlRenderer}, without a browser.
 */
class HtmlRendererTests {

	private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"story\">(.*?)</script>",
			Pattern.DOTALL);

	@Test
	void shouldTellTheMainThingsWithoutItsScriptWhenARequestFailed() throws IOException {
		String page = render(Stories.failure(), Masking.OFF);
		assertThat(page).contains("First error</strong> in <strong>like-service")
			.contains("The hex of Morwenna broke the like counter")
			.contains("failed, status 502")
			.contains("2026-11-20 21:40:42.323 +01:00")
			.contains("The clock of like-service is 3 ms behind")
			.contains("Nobody listens at 127.0.0.1:3100")
			.contains("href=\"http://127.0.0.1:9411/zipkin/traces/" + Stories.ID);
		JsonNode data = data(page);
		assertThat(data.path("spans").size()).isEqualTo(7);
		assertThat(data.path("lines").size()).isEqualTo(7);
		assertThat(data.path("firstError").path("span").asInt()).isEqualTo(2);
		assertThat(data.path("spans").get(2).path("start").asLong()).isEqualTo(14_000_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"\"><svg onload=alert(1)>", "<!--<script>", "' onclick='alert(1)", "]]><style>body{display:none}</style>" })
	void shouldBeTextWhenContentLooksLikeMarkup(String hostile) throws IOException {
		String page = render(Stories.hostile(hostile), Masking.OFF);
		String empty = render(Stories.hostile("x"), Masking.OFF);
		for (String tag : new String[] { "<script", "</script", "<img", "<svg", "<style", "<!--", "<button", "<a " }) {
			assertThat(page.split(tag, -1)).as(tag).hasSameSizeAs(empty.split(tag, -1));
		}
		assertThat(data(page).path("spans").get(0).path("name").asString()).isEqualTo(hostile);
	}

	@Test
	void shouldLinkOnlyToTheWebWhenALinkIsHostile() throws IOException {
		String page = render(Stories.hostile("javascript:alert(1)"), Masking.OFF);
		assertThat(page).doesNotContain("href=").contains("script").contains("<li>data</li>");
	}

	@Test
	void shouldShowControlCharactersWhenATextHidesThem() throws IOException {
		String page = render(Stories.hostile("a\u0000\u001b[31m\u202eb\u2028c"), Masking.OFF);
		assertThat(data(page).path("lines").get(0).path("message").asString())
			.isEqualTo("a\uFFFD\uFFFD[31m\uFFFDb\uFFFDc");
		assertThat(page).doesNotContain("\u0000").doesNotContain("\u001b").doesNotContain("\u202e");
	}

	@Test
	void shouldLoadNothingWhenItIsOpened() throws IOException {
		String page = render(Stories.failure(), Masking.OFF);
		assertThat(page).contains("default-src 'none'")
			.doesNotContain(" src=")
			.doesNotContain("@import")
			.doesNotContain("url(h");
	}

	@Test
	void shouldTakeSecretsOutEverywhereWhenAsked() throws IOException {
		String page = render(Stories.hostile("password=hunter2"), Masking.ON);
		assertThat(page).doesNotContain("hunter2").contains("****");
	}

	@Test
	void shouldWriteAllWhenThereAreVeryManySpans() throws IOException {
		assertThat(data(render(Stories.large(100_000, 0), Masking.OFF)).path("spans").size()).isEqualTo(100_000);
	}

	private static JsonNode data(String page) {
		Matcher matcher = DATA.matcher(page);
		assertThat(matcher.find()).isTrue();
		return JsonMapper.shared().readTree(matcher.group(1));
	}

	private static String render(Story story, Masking masking) throws IOException {
		StringWriter out = new StringWriter();
		new HtmlRenderer(masking, ZoneId.of("Europe/Berlin")).render(story, out);
		return out.toString();
	}

}
