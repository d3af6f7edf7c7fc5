package mysfits.likes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Likes over HTTP, with the neighbours played by {@link Neighbours}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "tracing.exporters.zipkin.enabled=false" })
@AutoConfigureWebTestClient
class LikeControllerTests {

	private static final Neighbours neighbours = new Neighbours();

	@Autowired
	private WebTestClient client;

	@DynamicPropertySource
	static void neighbours(DynamicPropertyRegistry properties) {
		properties.add("likes.catalogue-url", neighbours::url);
		properties.add("likes.dynamodb.endpoint", neighbours::url);
	}

	@AfterAll
	static void stopNeighbours() {
		neighbours.close();
	}

	@Test
	void shouldAnswerTheNewCountWhenACreatureIsLiked() {
		like(1, HttpStatus.OK).json("{\"id\":1,\"likes\":42}");
	}

	@Test
	void shouldTellTheCountWhenAsked() {
		this.client.get()
			.uri("/mysfits/1/likes")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("{\"id\":1,\"likes\":41}");
	}

	@Test
	void shouldAnswer404WhenTheCatalogueKnowsNoSuchCreature() {
		like(404, HttpStatus.NOT_FOUND).jsonPath("$.detail").isEqualTo("There is no mysfit 404");
	}

	@Test
	void shouldAnswer500WhenTheCreatureIsHexed() {
		like(6, HttpStatus.INTERNAL_SERVER_ERROR).jsonPath("$.detail")
			.isEqualTo("The hex of Morwenna broke the like counter");
	}

	@Test
	void shouldAnswer502WhenTheCatalogueFails() {
		like(5, HttpStatus.BAD_GATEWAY).jsonPath("$.status").isEqualTo(502);
	}

	private WebTestClient.BodyContentSpec like(int id, HttpStatus expected) {
		return this.client.post()
			.uri("/mysfits/{id}/like?visitor=test", id)
			.exchange()
			.expectStatus()
			.isEqualTo(expected)
			.expectBody();
	}

}
