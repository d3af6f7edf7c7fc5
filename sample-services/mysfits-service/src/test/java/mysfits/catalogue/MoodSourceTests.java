package mysfits.catalogue;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The hand-made span.
 */
class MoodSourceTests {

	private final List<Observation.Context> stopped = new ArrayList<>();

	@Test
	void shouldObserveTheWaitWhenACreatureIsAskedForItsMood() {
		MoodSource moods = new MoodSource(recordingRegistry());
		String mood = moods.moodOf(new Catalogue.Entry(1, "Pipkin", "Lantern Newt", "", false, 0));
		assertThat(mood).isNotBlank();
		assertThat(this.stopped).singleElement().satisfies((context) -> {
			assertThat(context.getName()).isEqualTo("mock-data");
			assertThat(context.getLowCardinalityKeyValues())
				.containsExactly(KeyValue.of("mysfit.species", "Lantern Newt"));
		});
	}

	private ObservationRegistry recordingRegistry() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				MoodSourceTests.this.stopped.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		return registry;
	}

}
