package io.tracingstarter.cli.model;

/**
 * The part a span plays between services, as OpenTelemetry defines it.
 */
public enum SpanKind {

	INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER

}
