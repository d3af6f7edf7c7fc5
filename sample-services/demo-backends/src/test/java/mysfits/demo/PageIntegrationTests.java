package mysfits.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The page in a browser: a click on like leads to its trace.
 */
@ExtendWith(DemoServers.class)
class PageIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	// it warns of every browser that is newer than itself; kept in a field, or the
	// setting would be collected
	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private final RunningServers servers;

	private WebDriver browser;

	PageIntegrationTests(RunningServers servers) {
		this.servers = servers;
	}

	@BeforeEach
	void openBrowser() {
		Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
		Optional<Path> driver = onPath("chromedriver");
		if (chromium.isEmpty() || driver.isEmpty()) {
			System.out.println("NOT RUN: the browser test of the page, because chromium and chromedriver are not both"
					+ " on the PATH. To run it on Debian: apt-get install chromium chromium-driver, then mvn verify.");
			assumeTrue(false, "no chromium with chromedriver on the PATH");
		}
		SELENIUM.setLevel(Level.SEVERE);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.orElseThrow().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--window-size=1280,900");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(driver.orElseThrow().toFile())
			.usingAnyFreePort()
			.build();
		this.browser = new ChromeDriver(service, options);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void shouldLeadToTheTraceWhenALikeIsClicked() {
		this.browser.get(this.servers.url(Server.MYSFITS_WEB) + "/");
		await(By.cssSelector("[data-id='1'] .like")).click();
		assertThat(await(By.cssSelector(".click .status")).getText()).isEqualTo("200");
		String correlationId = this.browser.findElement(By.cssSelector(".click .correlation-id")).getText();
		assertThat(correlationId).matches("[0-9a-f]{32}");
		assertThat(this.browser.findElement(By.cssSelector("[data-id='1'] .count")).getText()).matches("\\d+");
		followLink();
		new WebDriverWait(this.browser, PATIENCE).until((page) -> {
			String text = page.findElement(By.tagName("body")).getText();
			return Stream.of("mysfits-web", "like-service", "mysfits-service", "mock-data", correlationId)
				.allMatch(text::contains);
		});
	}

	@Test
	void shouldShowTheFailureWhenTheCreatureIsHexed() {
		this.browser.get(this.servers.url(Server.MYSFITS_WEB) + "/");
		await(By.cssSelector("[data-id='6'] .like")).click();
		assertThat(await(By.cssSelector(".click .status")).getText()).isEqualTo("502");
		assertThat(await(By.cssSelector(".click .trace[href]")).getDomProperty("href"))
			.startsWith(this.servers.url(Server.ZIPKIN) + "/zipkin/traces/");
	}

	private void followLink() {
		String before = this.browser.getWindowHandle();
		await(By.cssSelector(".click .trace[href]")).click();
		new WebDriverWait(this.browser, PATIENCE).until(ExpectedConditions.numberOfWindowsToBe(2));
		this.browser.getWindowHandles()
			.stream()
			.filter((handle) -> !handle.equals(before))
			.forEach((handle) -> this.browser.switchTo().window(handle));
	}

	private WebElement await(By selector) {
		return new WebDriverWait(this.browser, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(selector));
	}

	private static Optional<Path> onPath(String... names) {
		List<Path> folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((folder) -> !folder.isEmpty())
			.map(Path::of)
			.toList();
		return Stream.of(names)
			.flatMap((name) -> folders.stream().map((folder) -> folder.resolve(name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
