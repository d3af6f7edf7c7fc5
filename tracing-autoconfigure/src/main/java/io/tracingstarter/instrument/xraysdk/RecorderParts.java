package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.contexts.SegmentContext;
import com.amazonaws.xray.contexts.SegmentContextResolverChain;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.strategy.ContextMissingStrategy;
import com.amazonaws.xray.strategy.DefaultStreamingStrategy;
import com.amazonaws.xray.strategy.IgnoreErrorContextMissingStrategy;
import com.amazonaws.xray.strategy.StreamingStrategy;
import com.amazonaws.xray.strategy.sampling.AllSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;

/**
 * What makes a recorder send to the daemon, ask it for rules, and keep a thread local of
 * its own; or none of that.
 */
record RecorderParts(SegmentContextResolverChain contexts, Emitter emitter, SamplingStrategy sampling,
		StreamingStrategy streaming, ContextMissingStrategy contextMissing) {

	/**
	 * Returns the parts of a recorder whose segments are observations.
	 */
	static RecorderParts observing(SegmentContext context) {
		SegmentContextResolverChain contexts = new SegmentContextResolverChain();
		contexts.addResolver(() -> context);
		return new RecorderParts(contexts, new SilentEmitter(), new AllSamplingStrategy(),
				new DefaultStreamingStrategy(Integer.MAX_VALUE), new LoggedContextMissingStrategy());
	}

	static RecorderParts of(AWSXRayRecorder recorder) {
		return new RecorderParts(recorder.getSegmentContextResolverChain(), recorder.getEmitter(),
				recorder.getSamplingStrategy(), recorder.getStreamingStrategy(), recorder.getContextMissingStrategy());
	}

	void setOn(AWSXRayRecorder recorder) {
		recorder.setSegmentContextResolverChain(this.contexts);
		recorder.setEmitter(this.emitter);
		recorder.setSamplingStrategy(this.sampling);
		recorder.setStreamingStrategy(this.streaming);
		recorder.setContextMissingStrategy(this.contextMissing);
	}

	/**
	 * Returns the same parts for one who wants to hear nothing of a missing context, if
	 * others do not.
	 */
	RecorderParts heeding(RecorderParts others) {
		return (others.contextMissing instanceof IgnoreErrorContextMissingStrategy)
				? new RecorderParts(this.contexts, this.emitter, this.sampling, this.streaming, others.contextMissing)
				: this;
	}

}
