package io.tracingstarter.instrument.xraysdk;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the X-Ray SDK part of an application's traces, until it is closed.
 */
public final class XRaySdkBridge implements AutoCloseable {

	private final EntityScopes scopes = new EntityScopes();

	private final ObservingRecorder recorder;

	private final RecorderParts parts;

	/** As they were before. */
	private final Map<AWSXRayRecorder, RecorderParts> adopted = new IdentityHashMap<>();

	/**
	 * Creates the bridge. It does nothing before it is installed.
	 * @param registry asked when the SDK is used
	 * @param tracer asked when a segment begins in the trace of a caller
	 * @param awsCallsObserved whether the calls of AWS SDK 2 are spans without the X-Ray
	 * SDK's interceptor
	 */
	public XRaySdkBridge(Supplier<@Nullable ObservationRegistry> registry, Supplier<@Nullable Tracer> tracer,
			boolean awsCallsObserved) {
		this.recorder = new ObservingRecorder(new EntityObservations(registry, tracer), this.scopes, awsCallsObserved);
		this.parts = RecorderParts.observing(this.recorder.context());
		this.parts.heeding(RecorderParts.of(this.recorder)).setOn(this.recorder);
	}

	/**
	 * Takes the place of the global recorder, whatever that is at this moment.
	 */
	public void install() {
		synchronized (AWSXRay.class) {
			AWSXRayRecorder global = AWSXRay.getGlobalRecorder();
			if (global != this.recorder) {
				adopt(global);
				this.recorder.replace(global);
				AWSXRay.setGlobalRecorder(this.recorder);
			}
		}
	}

	/**
	 * Makes the segments of another recorder observations, too.
	 * @param other one that code has built and kept
	 */
	public void adopt(AWSXRayRecorder other) {
		synchronized (AWSXRay.class) {
			if (!(other instanceof ObservingRecorder) && !this.adopted.containsKey(other)) {
				RecorderParts before = RecorderParts.of(other);
				this.adopted.put(other, before);
				this.parts.heeding(before).setOn(other);
			}
		}
	}

	/**
	 * Returns the recorder of this application.
	 * @return the recorder
	 */
	public AWSXRayRecorder recorder() {
		return this.recorder;
	}

	/**
	 * Returns what must be registered with the application's observations, after the
	 * tracer's handlers.
	 * @return the handler
	 */
	public ObservationHandler<Observation.Context> handler() {
		return new EntityObservationHandler(this.scopes);
	}

	/** Puts everything back as it was. */
	@Override
	public void close() {
		synchronized (AWSXRay.class) {
			AWSXRayRecorder before = this.recorder.close();
			if (AWSXRay.getGlobalRecorder() == this.recorder && before != null) {
				AWSXRay.setGlobalRecorder(before);
			}
			this.adopted.forEach((adopted, parts) -> parts.setOn(adopted));
			this.adopted.clear();
		}
	}

}
