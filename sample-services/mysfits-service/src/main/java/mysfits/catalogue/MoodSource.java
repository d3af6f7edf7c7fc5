package mysfits.catalogue;

import java.time.Duration;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.stereotype.Component;

/**
 * Makes up how a creature feels, until somebody builds the service that really asks it.
 */
@Component
class MoodSource {

	private static final List<String> MOODS = List.of("curious", "drowsy", "gleeful", "hungry", "shy", "smug");

	private final ObservationRegistry observations;

	MoodSource(ObservationRegistry observations) {
		this.observations = observations;
	}

	/**
	 * Knocks at the creature's door and returns its mood. Takes as long as the creature
	 * takes to answer.
	 */
	String moodOf(Catalogue.Entry entry) {
		// a hand-made span: it shows that the wait is the creature's
		return Observation.createNotStarted("mock-data", this.observations)
			.lowCardinalityKeyValue("mysfit.species", entry.species())
			.observe(() -> {
				await(Duration.ofMillis(entry.answersAfterMs()));
				return imagine(entry);
			});
	}

	/**
	 * Returns a mood without knocking, for a list that must not wait for its slowest
	 * member.
	 */
	String imagine(Catalogue.Entry entry) {
		return MOODS.get(Math.floorMod(entry.name().hashCode(), MOODS.size()));
	}

	private static void await(Duration duration) {
		if (duration.isZero()) {
			return;
		}
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
