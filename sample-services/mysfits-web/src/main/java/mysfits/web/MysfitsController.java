package mysfits.web;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * What the page calls.
 */
@RestController
@RequestMapping("/api")
class MysfitsController {

	private static final Logger logger = LoggerFactory.getLogger(MysfitsController.class);

	private static final ParameterizedTypeReference<List<Mysfit>> MYSFITS = new ParameterizedTypeReference<>() {
	};

	private final RestClient catalogue;

	private final RestTemplate likes;

	private final PageSettings settings;

	MysfitsController(RestClient catalogue, RestTemplate likes, WebProperties properties) {
		this.catalogue = catalogue;
		this.likes = likes;
		this.settings = new PageSettings(properties.zipkinUiUrl().toString());
	}

	@GetMapping("/settings")
	PageSettings settings() {
		return this.settings;
	}

	@GetMapping("/mysfits")
	List<Mysfit> list(@RequestParam(defaultValue = "nobody") String visitor) {
		logger.info("Visitor {} opens the page", visitor);
		return this.catalogue.get().uri("/mysfits?visitor={visitor}", visitor).retrieve().requiredBody(MYSFITS);
	}

	@PostMapping("/mysfits/{id}/like")
	Likes like(@PathVariable int id, @RequestParam(defaultValue = "nobody") String visitor) {
		logger.info("Visitor {} clicks like on mysfit {}", visitor, id);
		Likes liked = this.likes.postForObject("/mysfits/{id}/like?visitor={visitor}", null, Likes.class, id, visitor);
		if (liked == null) {
			throw new IllegalStateException("like-service answered without a count");
		}
		logger.info("Mysfit {} now has {} likes, says visitor {}", id, liked.likes(), visitor);
		return liked;
	}

}
