package io.tracingstarter.instrument.xraysdk;

import java.util.function.Consumer;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.contexts.SegmentContext;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.TraceID;
import com.amazonaws.xray.exceptions.SegmentNotFoundException;
import com.amazonaws.xray.exceptions.SubsegmentNotFoundException;
import com.amazonaws.xray.listeners.SegmentListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.tracingstarter.guard.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Where the X-Ray SDK finds what is current: it is the current observation, on whatever
 * thread that is. What the SDK begins becomes an observation, too.
 */
final class ObservationSegmentContext implements SegmentContext {

	private final EntityObservations observations;

	private final EntityScopes scopes;

	private final EntityHandover handover;

	private final Entities entities;

	private final boolean awsCallsObserved;

	private final Fault fault = new Fault(this);

	ObservationSegmentContext(AWSXRayRecorder recorder, EntityObservations observations, EntityScopes scopes,
			boolean awsCallsObserved) {
		this.observations = observations;
		this.scopes = scopes;
		this.handover = new EntityHandover(observations, scopes);
		this.awsCallsObserved = awsCallsObserved;
		this.entities = new Entities(recorder, this);
	}

	@Override
	public @Nullable Entity getTraceEntity() {
		this.scopes.closeEnded();
		Observation current = this.observations.current();
		if (current != null) {
			return this.entities.of(current);
		}
		SpanContext span = Span.current().getSpanContext();
		// made by hand, without an observation: there is a trace, but nobody to tell us
		// when the span ends
		return span.isValid() ? Segment.noOp(EntityObservation.traceId(span.getTraceId()), this.entities.recorder())
				: null;
	}

	@Nullable Entity parentOf(EntityObservation observed) {
		return this.entities.parentOf(observed.observation());
	}

	@Override
	public Subsegment beginSubsegment(AWSXRayRecorder recorder, String name) {
		Entity parent = getTraceEntity();
		if (parent == null) {
			recorder.getContextMissingStrategy()
				.contextMissing("Failed to begin subsegment named '" + name + "': segment cannot be found.",
						SegmentNotFoundException.class);
			return Subsegment.noOp(recorder, false);
		}
		if (this.awsCallsObserved && SdkCallers.isAwsInterceptor()) {
			return Subsegment.noOp(parent.getParentSegment(), recorder);
		}
		Observation observation = this.observations.start("xray.subsegment", name);
		if (observation == null) {
			return beginSubsegmentWithoutSampling(recorder, name);
		}
		ObservedSubsegment subsegment = new ObservedSubsegment(recorder, Entities.nonBlank(name),
				parent.getParentSegment(), EntityObservation.begun(observation), this);
		observation.getContext().put(ObservedEntity.class, subsegment);
		this.scopes.open(subsegment, false);
		tell(recorder, (listener) -> listener.onBeginSubsegment(subsegment));
		tell(recorder, (listener) -> listener.onSetEntity(parent, subsegment));
		return subsegment;
	}

	/** Who does not want to see it gets no span; what is inside has the one around. */
	@Override
	public Subsegment beginSubsegmentWithoutSampling(AWSXRayRecorder recorder, String name) {
		Entity parent = getTraceEntity();
		Subsegment unobserved = (parent != null) ? Subsegment.noOp(parent.getParentSegment(), recorder)
				: Subsegment.noOp(recorder, false);
		this.scopes.openUnobserved(unobserved, this.observations.registry());
		return unobserved;
	}

	@Override
	public void endSubsegment(AWSXRayRecorder recorder) {
		EntityScope innermost = this.scopes.innermost();
		Entity current = getTraceEntity();
		if (innermost != null && !innermost.isObserved()) {
			this.scopes.closeInnermost();
		}
		else if (current instanceof ObservedSubsegment subsegment && subsegment.observed().isBegun()) {
			end(recorder, subsegment);
		}
		else {
			recorder.getContextMissingStrategy()
				.contextMissing("Failed to end subsegment: subsegment cannot be found.",
						SubsegmentNotFoundException.class);
		}
	}

	void end(AWSXRayRecorder recorder, ObservedSubsegment subsegment) {
		tell(recorder, (listener) -> listener.beforeEndSubsegment(subsegment));
		Entity parent = subsegment.getParent();
		EntityScope innermost = this.scopes.innermost();
		boolean given = innermost != null && innermost.given() && innermost.entity() == subsegment;
		subsegment.end();
		if (given && parent != null) {
			// as with the SDK: who was handed a subsegment and ends it goes on in its
			// parent
			setTraceEntity(parent);
		}
		tell(recorder, (listener) -> listener.afterEndSubsegment(subsegment));
		tell(recorder, (listener) -> listener.onSetEntity(subsegment, getTraceEntity()));
	}

	/** Of a recorder that is not ours: the segment it has made takes no part. */
	@Override
	public Segment beginSegment(AWSXRayRecorder recorder, Segment made) {
		if (!made.isRecording()) {
			return made;
		}
		String parentId = made.getParentId();
		Segment segment = beginSegment(recorder, made.getName(), (parentId != null) ? made.getTraceId() : null,
				parentId);
		made.getAnnotations().forEach(segment.getAnnotations()::put);
		made.getMetadata().forEach(segment.getMetadata()::put);
		return segment;
	}

	Segment beginSegment(AWSXRayRecorder recorder, String name, @Nullable TraceID traceId, @Nullable String parentId) {
		Entity current = getTraceEntity();
		if (SdkCallers.isServletFilter()) {
			// the server's observation is there already, or comes right after
			return (current != null) ? current.getParentSegment() : Segment.noOp(TraceID.invalid(), recorder);
		}
		Observation observation = this.observations.start("xray.segment", name,
				(current == null) ? UpstreamSegment.of(traceId, parentId, recorder) : null);
		if (observation == null) {
			return beginUnobservedSegment(recorder);
		}
		ObservedSegment segment = new ObservedSegment(recorder, Entities.nonBlank(name),
				EntityObservation.begun(observation), this);
		observation.getContext().put(ObservedEntity.class, segment);
		this.scopes.open(segment, false);
		tell(recorder, (listener) -> listener.onBeginSegment(segment));
		tell(recorder, (listener) -> listener.onSetEntity(current, segment));
		return segment;
	}

	Segment beginUnobservedSegment(AWSXRayRecorder recorder) {
		Entity current = getTraceEntity();
		Segment segment = Segment.noOp((current != null) ? current.getParentSegment().getTraceId() : TraceID.invalid(),
				recorder);
		this.scopes.openUnobserved(segment, this.observations.registry());
		return segment;
	}

	/** The segment of a request is not for the SDK to end. */
	void endCurrentSegment(AWSXRayRecorder recorder) {
		EntityScope innermost = this.scopes.innermost();
		Entity current = getTraceEntity();
		if (innermost != null && !innermost.isObserved() && innermost.entity() instanceof Segment) {
			this.scopes.closeInnermost();
		}
		else if (current == null) {
			recorder.getContextMissingStrategy()
				.contextMissing("Failed to end segment: segment cannot be found.", SegmentNotFoundException.class);
		}
		else if (current.getParentSegment() instanceof ObservedSegment segment && segment.observed().isBegun()) {
			end(recorder, segment);
		}
	}

	void end(AWSXRayRecorder recorder, ObservedSegment segment) {
		tell(recorder, (listener) -> listener.beforeEndSegment(segment));
		segment.end();
		tell(recorder, (listener) -> listener.afterEndSegment(segment));
		tell(recorder, (listener) -> listener.onClearEntity(segment));
	}

	/** Closes the scopes of an entity that ends. */
	void close(Entity entity) {
		this.scopes.close(entity);
	}

	@Override
	public void setTraceEntity(@Nullable Entity entity) {
		this.handover.set(entity);
	}

	@Override
	public void clearTraceEntity() {
		this.handover.clear();
	}

	private void tell(AWSXRayRecorder recorder, Consumer<SegmentListener> event) {
		for (SegmentListener listener : recorder.getSegmentListeners()) {
			try {
				event.accept(listener);
			}
			catch (Throwable ex) {
				this.fault.warn(ex);
			}
		}
	}

}
