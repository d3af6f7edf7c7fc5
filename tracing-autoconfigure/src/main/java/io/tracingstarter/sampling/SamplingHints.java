package io.tracingstarter.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.web.RequestContextCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Tells samplers which path a request has, and whether it has the debug header with the
 * right secret. That header is not passed on: the next services see a sampled trace.
 */
public final class SamplingHints implements RequestContextCustomizer {

	private final boolean paths;

	private final String debugHeader;

	private final byte @Nullable [] debugSecret;

	/**
	 * Creates the hints.
	 * @param paths whether anyone asks for paths
	 * @param debugHeader name of the debug header
	 * @param debugSecret what must stand in it; {@code null} for no debug header
	 */
	public SamplingHints(boolean paths, String debugHeader, @Nullable String debugSecret) {
		this.paths = paths;
		this.debugHeader = debugHeader;
		this.debugSecret = (debugSecret != null) ? debugSecret.getBytes(StandardCharsets.UTF_8) : null;
	}

	@Override
	public <R> Context customize(Context context, String path, R request, TextMapGetter<R> headers) {
		Context result = this.paths ? RequestHints.withPath(context, path) : context;
		return isDebug(request, headers) ? RequestHints.withDebug(result) : result;
	}

	private <R> boolean isDebug(R request, TextMapGetter<R> headers) {
		if (this.debugSecret == null) {
			return false;
		}
		String value = headers.get(request, this.debugHeader);
		// how long it takes must not tell how much of a guess is right
		return value != null && MessageDigest.isEqual(this.debugSecret, value.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "SamplingHints";
	}

}
