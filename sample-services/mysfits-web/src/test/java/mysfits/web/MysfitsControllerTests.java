package mysfits.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page and its API, with the services behind it played by {@link Neighbours}.
 */
@SpringBootTest(properties = "tracing.exporters.zipkin.enabled=false")
@AutoConfigureMockMvc
class MysfitsControllerTests {

	private static final Neighbours neighbours = new Neighbours();

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void neighbours(DynamicPropertyRegistry properties) {
		properties.add("web.catalogue-url", neighbours::url);
		properties.add("web.likes-url", neighbours::url);
	}

	@AfterAll
	static void stopNeighbours() {
		neighbours.close();
	}

	@Test
	void shouldListTheCreaturesWhenTheCatalogueAnswers() {
		assertThat(this.mvc.get().uri("/api/mysfits")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[0].name")
			.isEqualTo("Pipkin");
	}

	@Test
	void shouldAnswerTheNewCountWhenACreatureIsLiked() {
		assertThat(like(1)).hasStatusOk().bodyJson().extractingPath("$.likes").isEqualTo(42);
	}

	@Test
	void shouldKeep404WhenThereIsNoSuchCreature() {
		assertThat(like(404)).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void shouldAnswer502WhenAServiceBehindFails() {
		assertThat(like(6)).hasStatus(HttpStatus.BAD_GATEWAY).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void shouldServeThePageWithAllItsPartsWhenOpened() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk();
		for (String part : new String[] { "/index.html", "/mysfits.css", "/mysfits.js", "/favicon.svg",
				"/favicon.ico" }) {
			assertThat(this.mvc.get().uri(part)).as(part).hasStatusOk();
		}
	}

	@Test
	void shouldTellThePageWhereZipkinIsWhenAsked() {
		assertThat(this.mvc.get().uri("/api/settings")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.zipkinUiUrl")
			.isEqualTo("http://127.0.0.1:9411");
	}

	private MvcTestResult like(int id) {
		return this.mvc.post().uri("/api/mysfits/{id}/like", id).exchange();
	}

}
