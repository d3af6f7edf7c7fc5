package mysfits.demo;

import java.time.Duration;
import java.util.List;

import mysfits.demo.evidence.TraceExpectation;

/**
 * One request of the scenario.
 *
 * @param title what it shows
 * @param mysfit the number of the creature that is liked
 * @param status the status that the page answers with
 * @param slowerThan how long the answer takes at least
 * @param trace what its trace must be like
 * @param counted whether the like reaches the table of likes
 */
record ScenarioStep(String title, int mysfit, int status, Duration slowerThan, TraceExpectation trace,
		boolean counted) {

	/**
	 * Returns the four requests: each makes another part of the story visible.
	 */
	static List<ScenarioStep> all() {
		TraceExpectation known = TraceExpectation.ofLike(true);
		TraceExpectation counted = known.andCount();
		TraceExpectation unknown = TraceExpectation.ofLike(false);
		return List.of(new ScenarioStep("a good request", 1, 200, Duration.ZERO, counted, true),
				new ScenarioStep("a slow one: the tortoise takes his time", 3, 200, Duration.ofSeconds(1), counted,
						true),
				new ScenarioStep("a 404: nobody of that number", 404, 404, Duration.ZERO, unknown, false),
				new ScenarioStep("a failure: like-service answers 500, which the page turns into 502", 6, 502,
						Duration.ZERO, known, false));
	}

	String path() {
		return "/api/mysfits/" + this.mysfit + "/like?visitor=demo";
	}

}
