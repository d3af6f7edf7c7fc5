package mysfits.catalogue;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue over HTTP, on its own H2 database.
 */
@SpringBootTest(properties = "tracing.exporters.zipkin.enabled=false")
@AutoConfigureMockMvc
class CatalogueControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void shouldListEveryCreatureWhenAskedForAll() {
		assertThat(this.mvc.get().uri("/mysfits")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[*].id")
			.asArray()
			.containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
	}

	@Test
	void shouldDescribeACreatureWhenItIsKnown() {
		assertThat(this.mvc.get().uri("/mysfits/6")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"name\":\"Morwenna\",\"species\":\"Hexed Heron\",\"hexed\":true}");
	}

	@Test
	void shouldAnswerWithAProblemWhenTheCreatureIsUnknown() {
		assertThat(this.mvc.get().uri("/mysfits/404")).hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("There is no mysfit 404");
	}

	@Test
	void shouldRefuseTheRequestWhenTheIdIsNoNumber() {
		assertThat(this.mvc.get().uri("/mysfits/moth")).hasStatus(HttpStatus.BAD_REQUEST);
	}

}
