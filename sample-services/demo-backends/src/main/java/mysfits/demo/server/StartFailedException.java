package mysfits.demo.server;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the servers cannot be run; its message is for the person at the terminal.
 */
public class StartFailedException extends RuntimeException {

	StartFailedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
