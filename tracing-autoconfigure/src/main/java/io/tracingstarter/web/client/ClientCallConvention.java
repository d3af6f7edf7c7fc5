package io.tracingstarter.web.client;

import java.util.Locale;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Spring's names for what its own clients do: a meter must have the same keys wherever it
 * is recorded.
 *
 * @see org.springframework.http.client.observation.DefaultClientRequestObservationConvention
 */
enum ClientCallConvention implements ObservationConvention<ClientCallContext> {

	INSTANCE;

	private static final String NONE = KeyValue.NONE_VALUE;

	@Override
	public String getName() {
		return "http.client.requests";
	}

	@Override
	public String getContextualName(ClientCallContext context) {
		return "http " + context.getMethod().toLowerCase(Locale.ROOT);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientCallContext context) {
		Throwable error = context.getError();
		return KeyValues.of("client.name", orNone(context.getUri().getHost()), "exception",
				(error != null) ? simpleName(error) : NONE, "method", context.getMethod(), "outcome",
				outcome(context.getStatus()), "status",
				(context.getStatus() != 0) ? Integer.toString(context.getStatus()) : "CLIENT_ERROR", "uri", NONE);
	}

	private static String simpleName(Throwable error) {
		String name = error.getClass().getSimpleName();
		return name.isEmpty() ? error.getClass().getName() : name;
	}

	private static String outcome(int status) {
		return switch (status / 100) {
			case 1 -> "INFORMATIONAL";
			case 2 -> "SUCCESS";
			case 3 -> "REDIRECTION";
			case 4 -> "CLIENT_ERROR";
			case 5 -> "SERVER_ERROR";
			default -> "UNKNOWN";
		};
	}

	private static String orNone(@Nullable String value) {
		return (value != null) ? value : NONE;
	}

	/** Without the query, which is where secrets are. */
	@Override
	public KeyValues getHighCardinalityKeyValues(ClientCallContext context) {
		String uri = context.getUri().toASCIIString();
		int query = uri.indexOf('?');
		return KeyValues.of("http.url", (query >= 0) ? uri.substring(0, query) : uri);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ClientCallContext;
	}

}
