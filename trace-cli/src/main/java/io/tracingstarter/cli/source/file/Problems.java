package io.tracingstarter.cli.source.file;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * Says in words what an exception means.
 */
final class Problems {

	private Problems() {
	}

	static String reason(Exception problem) {
		if (problem instanceof AccessDeniedException) {
			return "permission denied";
		}
		if (problem instanceof NoSuchFileException) {
			return "was deleted meanwhile";
		}
		if (problem instanceof EOFException) {
			return "ends too early; searched what could be read";
		}
		String message = problem.getMessage();
		return (message != null) ? message : problem.getClass().getSimpleName();
	}

}
