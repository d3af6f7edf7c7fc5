package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/**
 * The segments and subsegments that stand for observations, one for each: the first
 * observation of a trace in this service is the segment, those inside are subsegments.
 */
final class Entities {

	private static final String UNNAMED = "subsegment";

	private final AWSXRayRecorder recorder;

	private final ObservationSegmentContext context;

	Entities(AWSXRayRecorder recorder, ObservationSegmentContext context) {
		this.recorder = recorder;
		this.context = context;
	}

	AWSXRayRecorder recorder() {
		return this.recorder;
	}

	/**
	 * Returns what stands for an observation that somebody else has started.
	 */
	Entity of(Observation observation) {
		// the map of a context is a concurrent one
		return observation.getContext().computeIfAbsent(ObservedEntity.class, (key) -> create(observation));
	}

	private ObservedEntity create(Observation observation) {
		EntityObservation observed = EntityObservation.seen(observation);
		String name = name(observation.getContext());
		Observation parent = parent(observation);
		return (parent != null) ? new ObservedSubsegment(this.recorder, name, segmentOf(parent), observed, this.context)
				: new ObservedSegment(this.recorder, name, observed, this.context);
	}

	private static String name(Observation.Context context) {
		String name = context.getContextualName();
		return nonBlank((name != null) ? name : context.getName());
	}

	/** Returns the nearest segment, without making an entity for each one between. */
	private Segment segmentOf(Observation observation) {
		Observation current = observation;
		while (true) {
			ObservedEntity known = known(current.getContextView());
			if (known != null) {
				return known.getParentSegment();
			}
			Observation parent = parent(current);
			if (parent == null) {
				return of(current).getParentSegment();
			}
			current = parent;
		}
	}

	/**
	 * Returns what stands for the observation around another; {@code null} for the first
	 * of a trace.
	 */
	@Nullable Entity parentOf(Observation observation) {
		Observation parent = parent(observation);
		return (parent != null) ? of(parent) : null;
	}

	private static @Nullable Observation parent(Observation observation) {
		ObservationView parent = observation.getContextView().getParentObservation();
		return (parent instanceof Observation known && isThere(known)) ? known : null;
	}

	/** Whether it is more than the sign that there is none. */
	static boolean isThere(@Nullable Observation observation) {
		return observation != null && !observation.isNoop() && !(observation instanceof NullObservation);
	}

	static @Nullable ObservedEntity known(Observation.ContextView context) {
		return context.get(ObservedEntity.class);
	}

	/** The SDK refuses a name that is blank. */
	static String nonBlank(@Nullable String name) {
		return (name == null || name.isBlank()) ? UNNAMED : name;
	}

}
