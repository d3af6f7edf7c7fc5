package io.tracingstarter.correlation;

import java.util.Optional;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The id that ties together everything that happens for one request, in every service.
 * <p>
 * A valid id has 1 to {@value #MAX_LENGTH} characters out of
 * {@code A-Z a-z 0-9 . _ : / + = @ -}. These can stand in a header, a log line, a URL and
 * a query of every log store without being quoted, and nothing else can reach them.
 *
 * @param value the id
 */
public record CorrelationId(String value) {

	/**
	 * Longest id that is accepted, in characters.
	 */
	public static final int MAX_LENGTH = 128;

	private static final boolean[] ALLOWED = allowed(
			"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/+=@-");

	/**
	 * Creates an id.
	 * @param value the id
	 * @throws IllegalArgumentException if the value is not a valid id; its message says
	 * why and does not repeat the value
	 */
	public CorrelationId {
		CorrelationIdRejection rejection = check(value);
		if (rejection != null) {
			throw new IllegalArgumentException("Not a correlation id: " + rejection.description());
		}
	}

	/**
	 * The id of what runs on this thread now.
	 * @return the id; empty outside a request, a span and a {@link CorrelationScope}
	 */
	public static Optional<CorrelationId> current() {
		return Optional.ofNullable(CorrelationContext.idOf(Context.current())).map(CorrelationId::new);
	}

	/**
	 * Says whether a text could be an id.
	 * @param value any text, from anywhere
	 * @return {@code null} if it is a valid id, else why it is not
	 */
	public static @Nullable CorrelationIdRejection check(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			return CorrelationIdRejection.EMPTY;
		}
		if (value.length() > MAX_LENGTH) {
			return CorrelationIdRejection.TOO_LONG;
		}
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c >= ALLOWED.length || !ALLOWED[c]) {
				return CorrelationIdRejection.INVALID_CHARACTER;
			}
		}
		return null;
	}

	private static boolean[] allowed(String characters) {
		boolean[] allowed = new boolean[128];
		characters.chars().forEach((c) -> allowed[c] = true);
		return allowed;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
