package io.tracingstarter.export;

/**
 * Which span is lost when one ends and the queue is full. The lost one is counted.
 */
public enum Overflow {

	/**
	 * The one that ended now, as in the OpenTelemetry SDK: the beginning of an outage is
	 * kept.
	 */
	DROP_NEWEST,

	/**
	 * The one that has waited longest: the end of an outage is kept.
	 */
	DROP_OLDEST

}
