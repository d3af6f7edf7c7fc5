package io.tracingstarter.cli.render.html;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real browser without a window. Where there is none, the test that wants it is skipped
 * and says so.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	// it warns of every browser that is newer than itself; kept in a field, or the
	// setting would be collected
	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private final ChromeDriver driver;

	Browser() {
		Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
		Optional<Path> driverFile = onPath("chromedriver");
		if (chromium.isEmpty() || driverFile.isEmpty()) {
			System.out
				.println("NOT RUN: the browser test of trace-request --html, because chromium and chromedriver are "
						+ "not both on the PATH. To run it on Debian: apt-get install chromium chromium-driver, then mvn verify.");
			assumeTrue(false, "no chromium with chromedriver on the PATH");
		}
		SELENIUM.setLevel(Level.SEVERE);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.orElseThrow().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--window-size=1280,900");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(driverFile.orElseThrow().toFile())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options);
	}

	/** Opens a file, and waits until its script has drawn it. */
	void open(Path page) {
		this.driver.get(page.toUri().toString());
		until("document.documentElement.dataset.ready === 'true'");
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	int count(String selector) {
		return this.driver.findElements(By.cssSelector(selector)).size();
	}

	void press(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	void leaveInput() {
		press(Keys.ESCAPE);
	}

	Object ask(String script) {
		return ((JavascriptExecutor) this.driver).executeScript("return " + script);
	}

	void until(String script) {
		new WebDriverWait(this.driver, PATIENCE).until((driver) -> Boolean.TRUE.equals(ask(script)));
	}

	String title() {
		return this.driver.getTitle();
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	private static Optional<Path> onPath(String... names) {
		return Stream.of(names)
			.flatMap((name) -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.filter((folder) -> !folder.isEmpty())
				.map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
