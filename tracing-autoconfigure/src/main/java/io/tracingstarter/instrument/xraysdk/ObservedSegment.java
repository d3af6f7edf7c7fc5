package io.tracingstarter.instrument.xraysdk;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.SegmentImpl;

/**
 * A segment that stands for an observation: that of the request, as a rule, or what
 * {@code beginSegment} has begun. It collects what is put into it, as the SDK's own does,
 * until the observation stops.
 */
final class ObservedSegment extends SegmentImpl implements ObservedEntity {

	private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private static final String ASPECTS = "com.amazonaws.xray.spring.aop.";

	private final EntityObservation observed;

	private final ObservationSegmentContext context;

	/** Begun on a thread that has gone on without ending them. */
	private final Set<ObservedSubsegment> left = ConcurrentHashMap.newKeySet();

	private volatile boolean stopped;

	ObservedSegment(AWSXRayRecorder creator, String name, EntityObservation observed,
			ObservationSegmentContext context) {
		super(creator, name, observed.traceId());
		this.observed = observed;
		this.context = context;
		String spanId = observed.spanId();
		if (spanId != null) {
			setId(spanId);
		}
	}

	@Override
	public EntityObservation observed() {
		return this.observed;
	}

	@Override
	public boolean isSampled() {
		return this.observed.isSampled();
	}

	/**
	 * Marks the segment as failed; except that the SDK's aspects report here what a
	 * method throws, which says nothing yet about the request and belongs to the
	 * subsegment of that method.
	 */
	@Override
	public void addException(Throwable exception) {
		if (CALLER.getCallerClass().getName().startsWith(ASPECTS)
				&& this.context.getTraceEntity() instanceof ObservedSubsegment subsegment) {
			subsegment.addException(exception);
			return;
		}
		setFault(true);
		this.observed.observation().error(exception);
	}

	/**
	 * Ends the observation, if the SDK began it.
	 * @return {@code false}, always: there is nothing for the SDK to send
	 */
	@Override
	public boolean end() {
		if (this.observed.end()) {
			setEndTime(System.currentTimeMillis() / 1000.0);
			setInProgress(false);
			this.context.close(this);
			this.observed.observation().stop();
		}
		return false;
	}

	/** The SDK would end whichever is current. */
	@Override
	public void close() {
		if (this.observed.isBegun()) {
			this.context.end(getCreator(), this);
		}
	}

	/**
	 * Takes a subsegment whose thread has gone on without ending it. Whoever has it may
	 * still end it; else it ends with the segment.
	 */
	void leave(ObservedSubsegment subsegment) {
		this.left.add(subsegment);
		if (this.stopped) {
			endLeft();
		}
	}

	/** The observation stops. */
	void stopped() {
		this.stopped = true;
		endLeft();
	}

	private void endLeft() {
		this.left.forEach((subsegment) -> {
			this.left.remove(subsegment);
			subsegment.end();
		});
	}

}
