package io.tracingstarter.instrument.first;

/**
 * A fault, for the test of the architecture: it knows the other instrument.
 */
public class SeededInstrument {

	io.tracingstarter.instrument.second.SeededInstrument fault;

}
