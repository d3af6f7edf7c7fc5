package io.tracingstarter.instrument.second;

/**
 * A fault, for the test of the architecture: it knows the other instrument.
 */
public class SeededInstrument {

	io.tracingstarter.instrument.first.SeededInstrument fault;

}
