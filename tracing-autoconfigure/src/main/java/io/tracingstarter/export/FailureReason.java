package io.tracingstarter.export;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Says in words why an export failed.
 */
public final class FailureReason {

	private static final int MAX_LENGTH = 200;

	private FailureReason() {
	}

	/**
	 * Describes a failure by its root cause, which is the one that can be acted on.
	 * @param failure the failure, {@code null} where the exporter gave none
	 * @return one line without control characters, at most 200 characters
	 */
	public static String of(@Nullable Throwable failure) {
		if (failure == null) {
			return "the exporter gave no reason";
		}
		Throwable root = failure;
		for (int depth = 0; root.getCause() != null && depth < 10 && !isClear(root); depth++) {
			root = root.getCause();
		}
		return SafeText.oneLine(describe(root), MAX_LENGTH);
	}

	// below a time-out lies only how the client gave up, such as "Socket closed", and
	// below a failed handshake a detail that does not even say that it is about TLS
	private static boolean isClear(Throwable failure) {
		return isTimeout(failure) || (failure instanceof SSLException && failure.getMessage() != null);
	}

	private static boolean isTimeout(Throwable failure) {
		return failure instanceof InterruptedIOException;
	}

	private static String describe(Throwable root) {
		String message = root.getMessage();
		if ((root instanceof ExportException || root instanceof PartialExportException) && message != null) {
			return message;
		}
		if (root instanceof UnknownHostException) {
			return "unknown host " + message;
		}
		if (root instanceof SSLException) {
			return "TLS: " + message;
		}
		if (isTimeout(root)) {
			return (message != null && message.toLowerCase(Locale.ROOT).contains("connect")) ? "connecting timed out"
					: "no answer in time";
		}
		if (root instanceof SocketException && message != null) {
			return message;
		}
		return (message != null) ? root.getClass().getSimpleName() + ": " + message : root.getClass().getSimpleName();
	}

}
