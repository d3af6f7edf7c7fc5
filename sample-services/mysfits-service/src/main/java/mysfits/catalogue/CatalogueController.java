package mysfits.catalogue;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The catalogue over HTTP.
 */
@RestController
class CatalogueController {

	private static final Logger logger = LoggerFactory.getLogger(CatalogueController.class);

	private final Catalogue catalogue;

	private final MoodSource moods;

	CatalogueController(Catalogue catalogue, MoodSource moods) {
		this.catalogue = catalogue;
		this.moods = moods;
	}

	@GetMapping("/mysfits")
	List<Mysfit> list(@RequestParam(defaultValue = "nobody") String visitor) {
		List<Mysfit> mysfits = this.catalogue.findAll()
			.stream()
			.map((entry) -> entry.in(this.moods.imagine(entry)))
			.toList();
		logger.info("Listed {} mysfits for visitor {}", mysfits.size(), visitor);
		return mysfits;
	}

	@GetMapping("/mysfits/{id}")
	Mysfit find(@PathVariable int id, @RequestParam(defaultValue = "nobody") String visitor) {
		Catalogue.Entry entry = this.catalogue.findById(id).orElseThrow(() -> {
			logger.warn("No mysfit {} in the catalogue, asked for by visitor {}", id, visitor);
			return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no mysfit " + id);
		});
		logger.info("Found mysfit {} ({}) for visitor {}", id, entry.name(), visitor);
		return entry.in(this.moods.moodOf(entry));
	}

}
