package io.tracingstarter.export.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Holds the yardstick against the examples that Amazon has published: its test suite for
 * Signature Version 4, and the example of its reference.
 */
class SigV4Tests {

	private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

	private static final String TIME = "20150830T123600Z";

	private static final String FORM = "application/x-www-form-urlencoded";

	static Stream<Arguments> published() {
		return Stream.of(
				// get-vanilla
				arguments(request("GET", "", Map.of("host", "example.amazonaws.com"), ""), "service",
						"5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
				// post-vanilla
				arguments(request("POST", "", Map.of("host", "example.amazonaws.com"), ""), "service",
						"5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
				// post-x-www-form-urlencoded
				arguments(
						request("POST", "", Map.of("host", "example.amazonaws.com", "content-type", FORM),
								"Param1=value1"),
						"service", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
				// the reference's request to list users
				arguments(
						request("GET", "Action=ListUsers&Version=2010-05-08",
								Map.of("host", "iam.amazonaws.com", "content-type", FORM + "; charset=utf-8"), ""),
						"iam", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"));
	}

	private static SigV4.Request request(String method, String query, Map<String, String> headers, String body) {
		Map<String, String> all = new TreeMap<>(headers);
		all.put("x-amz-date", TIME);
		return new SigV4.Request(method, "/", query, all, body.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource("published")
	void shouldComputeThePublishedSignature(SigV4.Request request, String service, String signature) {
		assertThat(SigV4.signature(request, new SigV4.Scope(TIME, "us-east-1", service), SECRET)).isEqualTo(signature);
	}

}
