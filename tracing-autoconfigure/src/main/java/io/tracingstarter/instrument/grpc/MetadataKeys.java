package io.tracingstarter.instrument.grpc;

import java.util.Locale;
import java.util.regex.Pattern;

import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Turns names of HTTP headers into keys of gRPC's metadata, which allows fewer.
 */
final class MetadataKeys {

	private static final Pattern NAME = Pattern.compile("[0-9a-z_.-]+");

	private MetadataKeys() {
	}

	/** Returns {@code null} for a name that metadata cannot carry as text. */
	static Metadata.@Nullable Key<String> of(String header) {
		String name = header.toLowerCase(Locale.ROOT);
		return (NAME.matcher(name).matches() && !name.endsWith(Metadata.BINARY_HEADER_SUFFIX))
				? Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER) : null;
	}

}
