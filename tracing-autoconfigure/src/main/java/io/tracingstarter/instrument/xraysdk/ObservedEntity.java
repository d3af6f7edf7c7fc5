package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.entities.Entity;

/**
 * A segment or subsegment that stands for an observation.
 */
interface ObservedEntity extends Entity {

	/**
	 * What it stands for. Not a getter: the SDK turns those into fields of a document.
	 */
	EntityObservation observed();

}
