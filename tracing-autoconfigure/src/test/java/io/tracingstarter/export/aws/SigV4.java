package io.tracingstarter.export.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4 as its specification has it, without the AWS SDK, so that one can
 * be held against the other.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 * a signed AWS API request</a>
 */
final class SigV4 {

	private SigV4() {
	}

	/**
	 * Computes a signature.
	 * @param request the request
	 * @param scope where it counts
	 * @param secret the secret access key
	 */
	static String signature(Request request, Scope scope, String secret) {
		String toSign = "AWS4-HMAC-SHA256\n" + scope.time + "\n" + scope.text() + "\n"
				+ hash(bytes(canonical(request)));
		byte[] key = hmac(bytes("AWS4" + secret), scope.day());
		key = hmac(key, scope.region);
		key = hmac(key, scope.service);
		key = hmac(key, "aws4_request");
		return HexFormat.of().formatHex(hmac(key, toSign));
	}

	private static String canonical(Request request) {
		StringBuilder canonical = new StringBuilder(request.method).append('\n')
			.append(request.path)
			.append('\n')
			.append(request.query)
			.append('\n');
		SortedMap<String, String> headers = new TreeMap<>(request.signedHeaders);
		headers.forEach((name,
				value) -> canonical.append(name).append(':').append(value.strip().replaceAll(" +", " ")).append('\n'));
		return canonical.append('\n')
			.append(String.join(";", headers.keySet()))
			.append('\n')
			.append(hash(request.body))
			.toString();
	}

	static String hash(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * What is signed.
	 *
	 * @param method such as {@code POST}
	 * @param path encoded as it has to be
	 * @param query sorted and encoded as it has to be
	 * @param signedHeaders with names in lower case
	 * @param body as it is sent
	 */
	record Request(String method, String path, String query, Map<String, String> signedHeaders, byte[] body) {

	}

	/**
	 * Where a signature counts.
	 *
	 * @param time such as {@code 20150830T123600Z}
	 * @param region such as {@code eu-central-1}
	 * @param service such as {@code xray}
	 */
	record Scope(String time, String region, String service) {

		String day() {
			return this.time.substring(0, 8);
		}

		String text() {
			return day() + "/" + this.region + "/" + this.service + "/aws4_request";
		}

	}

}
