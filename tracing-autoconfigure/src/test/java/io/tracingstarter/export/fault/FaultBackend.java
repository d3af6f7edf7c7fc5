package io.tracingstarter.export.fault;

import java.util.Set;

/**
 * A backend that works, until it is told to answer something else.
 */
interface FaultBackend extends AutoCloseable {

	int port();

	/**
	 * Answers as the fault has it from now on.
	 */
	void answer(Fault fault);

	/**
	 * Accepts all from now on.
	 */
	void accept();

	/**
	 * The names of the spans that it has accepted.
	 */
	Set<String> accepted();

	boolean isHttp2();

	@Override
	void close();

}
