package io.tracingstarter.cli.render;

import io.tracingstarter.cli.model.Span;

/**
 * What a span answered or was answered, for a reader.
 */
final class SpanAnswer {

	private static final String[] HTTP = { "http.response.status_code", "http.status_code", "status" };

	private static final String[] GRPC = { "rpc.grpc.status_code", "rpc.response.status_code", "grpc.status_code" };

	private SpanAnswer() {
	}

	/** Returns the status of the response, or an empty text. */
	static String of(Span span) {
		for (String name : HTTP) {
			String value = span.attributes().get(name);
			if (value != null && value.matches("[1-5][0-9]{2}")) {
				return value;
			}
		}
		for (String name : GRPC) {
			String value = span.attributes().get(name);
			if (value != null && !value.isEmpty() && value.length() <= 20) {
				return "gRPC " + value;
			}
		}
		return "";
	}

}
