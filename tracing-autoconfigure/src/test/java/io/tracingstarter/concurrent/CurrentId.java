package io.tracingstarter.concurrent;

import io.tracingstarter.correlation.CorrelationId;

/**
 * What a task sees of the caller's id.
 */
final class CurrentId {

	private CurrentId() {
	}

	static String get() {
		return CorrelationId.current().map(CorrelationId::value).orElse("none");
	}

}
