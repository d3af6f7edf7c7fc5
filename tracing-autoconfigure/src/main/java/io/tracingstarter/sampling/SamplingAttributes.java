package io.tracingstarter.sampling;

import io.opentelemetry.api.common.AttributeKey;
import io.tracingstarter.TracingNames;

/**
 * What spans say of why they are kept.
 */
final class SamplingAttributes {

	static final AttributeKey<String> KEPT = AttributeKey.stringKey(TracingNames.SAMPLING_KEPT_ATTRIBUTE);

	static final AttributeKey<String> REASON = AttributeKey.stringKey(TracingNames.SAMPLING_REASON_ATTRIBUTE);

	private SamplingAttributes() {
	}

}
