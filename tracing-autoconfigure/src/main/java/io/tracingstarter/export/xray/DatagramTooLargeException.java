package io.tracingstarter.export.xray;

import java.io.IOException;

/**
 * A document that X-Ray would take, but that this system does not send over UDP.
 */
final class DatagramTooLargeException extends IOException {

	DatagramTooLargeException(int bytes) {
		super("a document of " + bytes + " bytes is larger than this system sends over UDP");
	}

}
