package mysfits.likes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Likes over HTTP.
 */
@RestController
class LikeController {

	private static final Logger logger = LoggerFactory.getLogger(LikeController.class);

	private final CatalogueClient catalogue;

	private final LikeTable table;

	private final Followers followers;

	private final ObjectProvider<Chaos> chaos;

	LikeController(CatalogueClient catalogue, LikeTable table, Followers followers, ObjectProvider<Chaos> chaos) {
		this.catalogue = catalogue;
		this.table = table;
		this.followers = followers;
		this.chaos = chaos;
	}

	@PostMapping("/mysfits/{id}/like")
	Mono<Likes> like(@PathVariable int id, @RequestParam(defaultValue = "nobody") String visitor) {
		logger.info("Visitor {} likes mysfit {}", visitor, id);
		return chaos().then(this.catalogue.find(id, visitor))
			.flatMap((mysfit) -> count(mysfit).doOnNext((likes) -> this.followers.tell(mysfit, visitor)))
			.doOnNext((likes) -> logger.info("Mysfit {} has {} likes, the latest of visitor {}", id, likes.likes(),
					visitor));
	}

	@GetMapping("/mysfits/{id}/likes")
	Mono<Likes> likes(@PathVariable int id) {
		return this.table.find(id)
			.doOnNext((likes) -> logger.info("Told that mysfit {} has {} likes", id, likes.likes()));
	}

	private Mono<Void> chaos() {
		return Mono.justOrEmpty(this.chaos.getIfAvailable()).flatMap(Chaos::strike);
	}

	private Mono<Likes> count(Mysfit mysfit) {
		if (mysfit.hexed()) {
			return Mono.error(new HexedException(mysfit));
		}
		return this.table.increment(mysfit.id());
	}

}
