package io.tracingstarter.cli.render.html;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.render.Masking;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page in a real browser.
 */
class HtmlPageIntegrationTests {

	private static Browser browser;

	@TempDir
	private Path folder;

	@BeforeAll
	static void openBrowser() {
		browser = new Browser();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@Test
	void shouldBeginAtTheFirstErrorWhenARequestFailed() throws IOException {
		open(Stories.failure());
		assertThat(browser.count("#rows .row")).isEqualTo(7);
		assertThat(browser.find("#rows .row[aria-selected=true] .what").getText()).startsWith("http post /mysfits/");
		assertThat(browser.find("#detail").getText()).contains("like-service")
			.contains("The like failed")
			.contains("HexedException: The hex of Morwenna");
	}

	@Test
	void shouldObeyTheKeysWhenThereIsNoMouse() throws IOException {
		open(Stories.failure());
		browser.press(Keys.ARROW_DOWN);
		assertThat(browser.find("#detail h1").getText()).isEqualTo("http get");
		browser.press(Keys.HOME);
		assertThat(browser.find("#detail h1").getText()).isEqualTo("http post /api/mysfits/{id}/like");
		browser.press("e");
		assertThat(browser.find("#detail h1").getText()).isEqualTo("http post /mysfits/{id}/like");
		browser.press("2");
		assertThat(browser.count("#entries .line")).isEqualTo(7);
		browser.press("3");
		assertThat(browser.count("#graph svg rect")).isEqualTo(3);
		browser.press("4");
		assertThat(browser.find("#searched").getText()).contains("Nobody listens at 127.0.0.1:3100");
		browser.press("1", "?");
		assertThat(browser.find("#keys").isDisplayed()).isTrue();
		browser.press(Keys.ESCAPE);
		assertThat(browser.find("#keys").isDisplayed()).isFalse();
	}

	@Test
	void shouldFindSpansAndLinesWhenSomebodySearches() throws IOException {
		open(Stories.failure());
		browser.press("/");
		browser.press("MOCK-data");
		browser.until("document.getElementById('hits').textContent === '1 spans, 0 lines'");
		browser.press(Keys.ENTER);
		assertThat(browser.find("#detail h1").getText()).isEqualTo("mock-data");
		assertThat(browser.count("#rows .row.miss")).isEqualTo(6);
	}

	@Test
	void shouldZoomAndMoveWhenAsked() throws IOException {
		open(Stories.failure());
		String before = browser.find("#ticks").getText();
		browser.press("+", "+");
		assertThat(browser.find("#ticks").getText()).isNotEqualTo(before);
		browser.press("0");
		assertThat(browser.find("#ticks").getText()).isEqualTo(before);
	}

	@Test
	void shouldChangeItsColoursWhenAsked() throws IOException {
		open(Stories.failure());
		Object before = browser.ask("getComputedStyle(document.body).backgroundColor");
		browser.press("t");
		assertThat(browser.ask("getComputedStyle(document.body).backgroundColor")).isNotEqualTo(before);
	}

	@Test
	void shouldShowOnlyWhatIsVisibleWhenThereAreVeryManySpans() throws IOException {
		open(Stories.large(10_000, 5));
		assertThat(browser.count("#rows .row")).isBetween(10, 100);
		browser.press(Keys.END);
		browser.until("document.querySelector('#detail h1').textContent === 'span 9999'");
		browser.until("document.getElementById('span-9999') !== null");
		browser.press("2");
		assertThat(browser.count("#entries .line")).isBetween(10, 100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "</script><script>document.title='HIT'</script>",
			"<img src=x onerror=\"document.title='HIT'\">", "<svg onload=\"document.title='HIT'\">",
			"\" onfocus=\"document.title='HIT'\" autofocus x=\"", "</style><style>body{display:none!important}</style>",
			"javascript:document.title='HIT'", "{{story}}",
			"\u0000\u202e</title><script>document.title='HIT'</script>" })
	void shouldRunAndLoadNothingWhenContentIsHostile(String text) throws IOException {
		open(Stories.hostile(text));
		for (String view : new String[] { "2", "3", "4", "1" }) {
			browser.press(view);
		}
		browser.find("[data-first-error]").click();
		assertThat(browser.title()).isNotEqualTo("HIT");
		assertThat(browser.find("body").isDisplayed()).isTrue();
		assertThat(browser.count("#rows .row")).isEqualTo(1);
		assertThat(browser.count("script")).isEqualTo(2);
		assertThat(browser.count("img")).isZero();
		assertThat(browser.ask("performance.getEntriesByType('resource').length")).isEqualTo(0L);
		assertThat(browser.count("a[href^='javascript'], a[href^='data']")).isZero();
	}

	private void open(Story story) throws IOException {
		Path page = this.folder.resolve("story.html");
		try (Writer out = Files.newBufferedWriter(page)) {
			new HtmlRenderer(Masking.OFF, ZoneOffset.UTC).render(story, out);
		}
		browser.open(page);
	}

}
