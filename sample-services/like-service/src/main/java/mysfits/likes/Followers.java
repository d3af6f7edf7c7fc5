package mysfits.likes;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells the followers of a creature about a like, while the visitor already has the
 * answer.
 */
@Component
class Followers {

	private static final Logger logger = LoggerFactory.getLogger(Followers.class);

	@Async
	@WithSpan("tell-followers")
	void tell(Mysfit mysfit, String visitor) {
		logger.info("Told the followers of mysfit {} that visitor {} likes it", mysfit.id(), visitor);
	}

}
