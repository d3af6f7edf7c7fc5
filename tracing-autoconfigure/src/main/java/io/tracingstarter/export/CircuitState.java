package io.tracingstarter.export;

/**
 * Whether an exporter trusts its backend.
 */
public enum CircuitState {

	/**
	 * Batches go out as they fill.
	 */
	CLOSED,

	/**
	 * The last exports all failed; nothing goes out until the wait is over.
	 */
	OPEN,

	/**
	 * One batch is under way to see whether the backend is back.
	 */
	HALF_OPEN

}
