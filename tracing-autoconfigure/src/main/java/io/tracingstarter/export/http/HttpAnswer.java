package io.tracingstarter.export.http;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.export.ExportException;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Understands the status of an answer as OTLP has it.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#failures-1">OTLP/HTTP:
 * failures</a>
 */
public final class HttpAnswer {

	private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

	private static final Pattern ERROR_TYPE = Pattern.compile("^[A-Za-z0-9.]{1,64}(?=:|$)");

	private HttpAnswer() {
	}

	/**
	 * What is wrong with an answer.
	 * @param response the answer
	 * @return the failure, or {@code null} where the backend has accepted the request
	 */
	public static @Nullable ExportException failure(Response response) {
		String status = status(response);
		if (response.isSuccessful()) {
			return isPage(response) ? ExportException.rejected(status + " with a page of HTML, which no backend sends")
					: null;
		}
		if (response.isRedirect()) {
			return ExportException.rejected(status + ": redirected to " + origin(response.header("Location"))
					+ "; the endpoint has to be the final URL");
		}
		return RETRYABLE.contains(response.code())
				? ExportException.overloaded(status, RetryAfter.parse(response.header("Retry-After"), Instant.now()))
				: ExportException.rejected(status);
	}

	private static String status(Response response) {
		String status = ("HTTP " + response.code() + " " + response.message()).strip();
		String error = errorType(response);
		return (error != null) ? status + " " + error : status;
	}

	/**
	 * The name that Amazon's services give an error, for example
	 * {@code AccessDeniedException}. Not its message, which may quote a session's token.
	 * @return the name, or {@code null} where there is none
	 */
	static @Nullable String errorType(Response response) {
		String type = response.header("x-amzn-ErrorType");
		Matcher name = ERROR_TYPE.matcher((type != null) ? type : "");
		return name.find() ? name.group() : null;
	}

	// such as that of a login
	private static boolean isPage(Response response) {
		MediaType type = response.body().contentType();
		return type != null && type.type().equals("text") && type.subtype().equals("html");
	}

	// not more: the rest may hold a token
	private static String origin(@Nullable String location) {
		try {
			URI uri = URI.create((location != null) ? location : "");
			return (uri.getHost() != null)
					? uri.getScheme() + "://" + uri.getHost() + ((uri.getPort() != -1) ? ":" + uri.getPort() : "")
					: "another path";
		}
		catch (IllegalArgumentException ex) {
			return "elsewhere";
		}
	}

}
