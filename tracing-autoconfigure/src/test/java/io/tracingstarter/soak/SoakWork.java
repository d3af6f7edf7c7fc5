package io.tracingstarter.soak;

import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.scheduling.annotation.Async;

/**
 * What a request does, on whichever thread: says in a log line whose it is, and answers
 * with the id that it finds there.
 */
class SoakWork {

	/** What a request says that is meant to fail. */
	static final String FAILURE = "meant to fail";

	private static final Logger logger = LoggerFactory.getLogger(SoakWork.class);

	String run(long number) {
		logger.info("n={}", number);
		return String.valueOf(MDC.get("correlationId"));
	}

	@Async
	CompletableFuture<String> runLater(long number) {
		return CompletableFuture.completedFuture(run(number));
	}

	<T> T fail(long number) {
		run(number);
		throw new IllegalStateException(FAILURE);
	}

}
