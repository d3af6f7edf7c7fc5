package mysfits.likes;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;

/**
 * Asks mysfits-service about creatures.
 */
@Component
class CatalogueClient {

	private final WebClient client;

	private final LikesProperties properties;

	CatalogueClient(WebClient catalogueWebClient, LikesProperties properties) {
		this.client = catalogueWebClient;
		this.properties = properties;
	}

	/**
	 * Emits the creature, or a 404 where the catalogue knows none of that number.
	 */
	Mono<Mysfit> find(int id, String visitor) {
		return this.client.get()
			.uri("/mysfits/{id}?visitor={visitor}", id, visitor)
			.retrieve()
			.onStatus(HttpStatus.NOT_FOUND::equals,
					(response) -> response.releaseBody()
						.then(Mono.error(
								() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no mysfit " + id))))
			.bodyToMono(Mysfit.class)
			.timeout(this.properties.catalogueTimeout());
	}

}
