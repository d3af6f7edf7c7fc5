package io.tracingstarter.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a test needs and a machine may lack: skips the test, and tells so in the output of
 * the build, where the reason of a skipped test is not shown.
 */
public final class Prerequisite {

	private static final Set<String> told = ConcurrentHashMap.newKeySet();

	private Prerequisite() {
	}

	/**
	 * Skips the test unless the machine has what it needs.
	 * @param met whether it has
	 * @param notRun what is not run, and why; told once
	 * @param remedy how to run it
	 */
	public static void require(boolean met, String notRun, String remedy) {
		if (!met && told.add(notRun)) {
			System.out.println("NOT RUN: " + notRun + ". To run it: " + remedy + ".");
		}
		assumeTrue(met, notRun);
	}

}
