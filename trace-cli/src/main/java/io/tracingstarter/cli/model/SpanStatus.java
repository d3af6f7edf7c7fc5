package io.tracingstarter.cli.model;

/**
 * How a span ended. What no store says is {@link #UNSET}, which is not a failure.
 */
public enum SpanStatus {

	UNSET, OK, ERROR

}
