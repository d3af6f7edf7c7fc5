package io.tracingstarter.export.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request as Amazon's services do: who signed it, for which service and region,
 * when, and whether all that counts is what was signed.
 *
 * @param service for which signatures count
 * @param region where they count
 * @param accessKey whose signatures count
 * @param secret the key's secret
 * @param token of the key's session; {@code null} for a key without one
 */
record SignatureCheck(String service, String region, String accessKey, String secret, @Nullable String token) {

	private static final Pattern AUTHORIZATION = Pattern
		.compile("AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), ?SignedHeaders=(?<names>[^,]+), ?"
				+ "Signature=(?<signature>[0-9a-f]{64})");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	/**
	 * Checks a request.
	 * @return the name of what is wrong; {@code null} where nothing is
	 */
	@Nullable String fault(String path, Headers headers, byte[] body) {
		Matcher authorization = AUTHORIZATION.matcher(text(headers, "Authorization"));
		if (!authorization.matches()) {
			return "MissingAuthenticationTokenException";
		}
		if (!authorization.group("key").equals(this.accessKey)) {
			return "UnrecognizedClientException";
		}
		if (!text(headers, "X-Amz-Security-Token").equals((this.token != null) ? this.token : "")) {
			return "ExpiredTokenException";
		}
		String time = text(headers, "X-Amz-Date");
		Duration age = Duration.between(TIME.parse(time, Instant::from), Instant.now());
		if (age.abs().compareTo(TOLERANCE) > 0) {
			return "InvalidSignatureException";
		}
		SigV4.Scope scope = new SigV4.Scope(time, this.region, this.service);
		List<String> names = Arrays.asList(authorization.group("names").split(";"));
		if (!scope.text().equals(authorization.group("scope")) || !coversAll(names, headers)) {
			return "IncompleteSignatureException";
		}
		if (!SigV4.hash(body).equals(text(headers, "X-Amz-Content-Sha256"))) {
			return "InvalidSignatureException";
		}
		Map<String, String> signed = new TreeMap<>();
		names.forEach((name) -> signed.put(name, text(headers, name)));
		String expected = SigV4.signature(new SigV4.Request("POST", path, "", signed, body), scope, this.secret);
		return expected.equals(authorization.group("signature")) ? null : "InvalidSignatureException";
	}

	private static boolean coversAll(List<String> names, Headers headers) {
		return names.contains("host") && names.contains("content-type")
				&& headers.keySet()
					.stream()
					.map((name) -> name.toLowerCase(Locale.ROOT))
					.filter((name) -> name.startsWith("x-amz-") || name.equals("content-encoding"))
					.allMatch(names::contains);
	}

	private static String text(Headers headers, String name) {
		List<String> values = headers.get(name);
		return (values != null) ? String.join(",", values) : "";
	}

}
