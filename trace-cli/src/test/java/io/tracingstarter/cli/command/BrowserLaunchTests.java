package io.tracingstarter.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code --open}, with a browser that only writes down what it is given.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BrowserLaunchTests {

	@TempDir
	private Path folder;

	@Test
	void shouldOpenThePageInTheFirstBrowserThatStarts() throws Exception {
		Path browser = browser();
		Path page = this.folder.resolve("a story.html");
		Run run = Run.of(this.folder, Map.of("BROWSER", "/no/such/browser:" + browser + " --new-window %s"),
				"order-4711", "--file", logs(), "--html", page.toString(), "--open");
		assertThat(run.code()).isZero();
		assertThat(run.err()).contains("Wrote " + page).doesNotContain("No browser");
		assertThat(opened()).isEqualTo("--new-window " + page.toUri());
		assertThat(Files.readString(page)).contains("order-4711");
	}

	@Test
	void shouldOpenAPageOfItsOwnWhenNoFileIsNamed() throws Exception {
		Run run = Run.of(this.folder, Map.of("BROWSER", browser().toString()), "order-4711", "--file", logs(),
				"--open");
		assertThat(opened()).startsWith("file:///").endsWith(".html");
		Files.delete(Path.of(run.err().lines().findFirst().orElseThrow().substring("Wrote ".length())));
	}

	@Test
	void shouldSayWhatToDoWhenNoBrowserStarts() throws Exception {
		Path page = this.folder.resolve("story.html");
		Run run = Run.of(this.folder, Map.of("BROWSER", "/no/such/browser"), "order-4711", "--file", logs(), "--html",
				page.toString(), "--open");
		assertThat(run.code()).isZero();
		assertThat(run.err()).contains("No browser could be started (/no/such/browser). Set BROWSER");
	}

	@Test
	void shouldOpenNothingWhenNothingWasFound() throws Exception {
		Path page = this.folder.resolve("story.html");
		Run run = Run.of(this.folder, Map.of("BROWSER", "/no/such/browser"), "order-1", "--file", logs(), "--html",
				page.toString(), "--open");
		assertThat(run.code()).isEqualTo(1);
		assertThat(run.err()).doesNotContain("No browser");
	}

	private String logs() throws Exception {
		Files.writeString(this.folder.resolve("shop.json"), """
				{"@timestamp":"2026-11-20T20:40:42.323Z","level":"INFO","message":"m","correlationId":"order-4711"}
				""");
		return this.folder + "/*.json";
	}

	private Path browser() throws Exception {
		Path script = Files.writeString(this.folder.resolve("browser"), "#!/bin/sh\nprintf '%s' \"$*\" > '"
				+ this.folder + "/new' && mv '" + this.folder + "/new' '" + this.folder + "/opened'\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

	private String opened() throws Exception {
		Path opened = this.folder.resolve("opened");
		while (!Files.exists(opened)) {
			Thread.sleep(10);
		}
		return Files.readString(opened);
	}

}
