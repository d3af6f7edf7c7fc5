package io.tracingstarter.autoconfigure.propagation;

import io.tracingstarter.autoconfigure.propagation.PropagationProperties.Format;

/**
 * Matches where the header of AWS X-Ray is read.
 */
class OnXRayHeaderCondition extends FormatCondition {

	OnXRayHeaderCondition() {
		super("X-Ray propagation", (formats) -> formats.consumed().contains(Format.XRAY));
	}

}
