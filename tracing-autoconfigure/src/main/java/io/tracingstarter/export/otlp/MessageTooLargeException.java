package io.tracingstarter.export.otlp;

/**
 * A message that was not posted, because the backend would refuse it for its size.
 */
final class MessageTooLargeException extends Exception {

	MessageTooLargeException(int bytes) {
		super("a message of " + bytes + " bytes is larger than the backend takes");
	}

}
