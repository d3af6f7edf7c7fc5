package io.tracingstarter.autoconfigure.concurrent;

import java.util.concurrent.CompletableFuture;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;

/**
 * What is done on the other thread: a log line, and another in a span of its own.
 */
class Work {

	private static final Logger logger = LoggerFactory.getLogger(Work.class);

	private final ObservationRegistry observations;

	Work(ObservationRegistry observations) {
		this.observations = observations;
	}

	String run() {
		logger.info("began");
		Observation.createNotStarted("work", this.observations).observe(() -> logger.info("worked"));
		return "done";
	}

	@Async
	void runLater() {
		run();
	}

	@Async
	CompletableFuture<String> runInFuture() {
		return CompletableFuture.completedFuture(run());
	}

}
