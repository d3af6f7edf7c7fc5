package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;

/**
 * Sends nothing: what the SDK has recorded leaves with the spans.
 */
final class SilentEmitter extends Emitter {

	@Override
	public boolean sendSegment(Segment segment) {
		return true;
	}

	@Override
	public boolean sendSubsegment(Subsegment subsegment) {
		return true;
	}

}
