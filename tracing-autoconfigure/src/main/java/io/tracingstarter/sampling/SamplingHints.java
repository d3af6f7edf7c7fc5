package io.tracingstarter.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.web.RequestContextCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Tells samplers what a request asks for, and whether it has the debug header with the
 * right secret. That header is not passed on: the next services see a sampled trace.
 */
public final class SamplingHints implements RequestContextCustomizer {

	private final boolean needed;

	private final String debugHeader;

	private final byte @Nullable [] debugSecret;

	/**
	 * Creates the hints.
	 * @param needed whether samplers ask for more than the debug header
	 * @param debugHeader name of the debug header
	 * @param debugSecret what must stand in it; {@code null} for no debug header
	 */
	public SamplingHints(boolean needed, String debugHeader, @Nullable String debugSecret) {
		this.needed = needed;
		this.debugHeader = debugHeader;
		this.debugSecret = (debugSecret != null) ? debugSecret.getBytes(StandardCharsets.UTF_8) : null;
	}

	@Override
	public <R> Context customize(Context context, String method, String path, R request, TextMapGetter<R> headers) {
		boolean debug = isDebug(request, headers);
		return (this.needed || debug) ? new RequestHints(method, path, headers.get(request, "Host"), debug).in(context)
				: context;
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
