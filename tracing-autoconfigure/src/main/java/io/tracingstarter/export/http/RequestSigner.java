package io.tracingstarter.export.http;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Signs what is posted to a backend that asks for it. Called on the exporter's worker,
 * anew for each try, so that it may take its time to find credentials.
 */
public interface RequestSigner {

	/**
	 * Signs a POST, right before it is sent.
	 * @param url where it goes
	 * @param headers its headers, except those that the HTTP client adds
	 * @param body exactly what is sent, compressed where the request is
	 * @return the headers to send, those given among them; secrets
	 * @throws IOException if there is nothing to sign with now
	 */
	Map<String, String> sign(URI url, Map<String, String> headers, byte[] body) throws IOException;

	/**
	 * Called when the backend refused a signature: looks again at what it was made of.
	 * @param backendTime the backend's clock, {@code null} where it does not tell
	 * @return whether the next signature differs, so that it is worth a try at once
	 */
	boolean renew(@Nullable Instant backendTime);

	/**
	 * Lets go of what it holds. From any thread, also while something is signed.
	 */
	void close();

}
