package io.tracingstarter.cli.source.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLException;

import io.tracingstarter.cli.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what went wrong with a call, and what to do about it; never a secret.
 *
 * @param product the backend's name for a reader, such as "Zipkin"
 * @param endpoint where it is
 */
record HttpFailures(String product, Endpoint endpoint) {

	private static final int MOST_WORDS = 300;

	SourceException status(int status, String body, Duration retryAfter) {
		String reason = what() + " answered " + status + words(body);
		return switch (status) {
			case 401 -> new SourceException(reason + ": it does not know who asks.",
					"Put credentials into headers, such as Authorization, or renew those that are there.");
			case 403 -> new SourceException(reason + ": who asks may not read there.",
					"Ask for read access, or put other credentials into headers.");
			case 404 -> new SourceException(reason + ".", "Check the URL: is this " + this.product
					+ ", with the right path before its API? Check the names in its configuration.");
			case 400, 422 -> new SourceException(reason + ": it does not accept the question.",
					"Try a shorter time (--since, --until), and check its configuration.");
			case 429 -> new SourceException(
					reason + ": too many requests"
							+ (retryAfter.isZero() ? "." : ", try again after " + retryAfter.toSeconds() + " s."),
					"Wait a little, or ask for less time (--since, --until).");
			default -> new SourceException(reason + ".",
					(status >= 500) ? "Look whether " + this.product + " is healthy, then try again."
							: "Check the URL, and whether a proxy stands before it.");
		};
	}

	SourceException redirect(String host) {
		return new SourceException(
				what() + " sends to another place, " + clean(host)
						+ ": perhaps a login page. Credentials are not sent there.",
				"Put credentials into headers, or use the URL of the API itself.");
	}

	SourceException markup() {
		return new SourceException(what() + " answered with a page for people, not with JSON: perhaps a login page.",
				"Check the URL: it must be the one of the API. Put credentials into headers where it asks for a login.");
	}

	SourceException garbage() {
		return new SourceException(what() + " answered with something that is not its JSON.",
				"Check the URL: is this " + this.product + ", with the right path before its API?");
	}

	SourceException header(String name) {
		return new SourceException("The header " + clean(name) + " for " + what() + " cannot be sent.",
				"Take line breaks and characters that are not ASCII out of its value, and leave Host and Connection to HTTP.");
	}

	SourceException late(Duration timeout) {
		return new SourceException(
				what() + " did not answer within " + Math.max(1, timeout.toMillis()) / 1000.0 + " s.",
				"Ask for less time (--since, --until), or give it a longer time-out.");
	}

	SourceException of(IOException failure, Duration timeout) {
		if (failure instanceof HttpTimeoutException) {
			return late(timeout);
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
				return new SourceException(
						"The host " + this.endpoint.url().getHost() + " of " + what() + " is not known.",
						"Check the URL, and whether a VPN is needed.");
			}
			if (cause instanceof SSLException) {
				return new SourceException("No safe connection to " + what() + ": " + clean(cause.getMessage()) + ".",
						"Check http or https in the URL. For a private authority, set JAVA_TOOL_OPTIONS="
								+ "-Djavax.net.ssl.trustStore=FILE to a store with its certificate.");
			}
		}
		if (failure instanceof ConnectException) {
			return new SourceException("Nothing answers at " + what() + ": connection refused.",
					"Check the URL, and whether " + this.product + " runs and may be reached from here.");
		}
		return new SourceException(what() + " broke off: " + clean(failure.getMessage()) + ".",
				"Try again, and look whether " + this.product + " is healthy.");
	}

	private String what() {
		return this.product + " at " + this.endpoint;
	}

	private String words(String body) {
		String text = clean(body);
		return (text.isEmpty() || text.startsWith("<")) ? "" : " (" + text + ")";
	}

	/**
	 * Returns a text from outside as one short line without what the headers hold.
	 */
	String clean(@Nullable String text) {
		if (text == null) {
			return "no reason given";
		}
		String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
		for (Map.Entry<String, String> header : this.endpoint.headers().entrySet()) {
			for (String part : header.getValue().split("\\s+")) {
				line = (part.length() < 6) ? line : line.replace(part, "***");
			}
		}
		return (line.length() <= MOST_WORDS) ? line : line.substring(0, MOST_WORDS) + "…";
	}

}
