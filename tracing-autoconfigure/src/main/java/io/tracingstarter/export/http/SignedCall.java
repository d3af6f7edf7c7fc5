package io.tracingstarter.export.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Posts one request with a signature of the very bytes that are sent. Where the backend
 * refuses the signature, and a second look finds other credentials or another time, it is
 * signed and sent once more: an expired session then costs no batch.
 */
final class SignedCall {

	private static final Pattern ABOUT_SIGNATURE = Pattern.compile("(?i).*(expired|signature|token|skew|credential).*");

	private final OkHttpClient client;

	private final RequestSigner signer;

	private final Request request;

	private final byte[] body;

	private final @Nullable MediaType type;

	/**
	 * Reads the body, which may be compressed meanwhile.
	 */
	SignedCall(OkHttpClient client, RequestSigner signer, Request request, RequestBody body) throws IOException {
		this.client = client;
		this.signer = signer;
		this.request = request;
		this.type = body.contentType();
		try (Buffer content = new Buffer()) {
			body.writeTo(content);
			this.body = content.readByteArray();
		}
	}

	Response execute() throws IOException {
		Response response = send();
		if (isRefused(response) && this.signer.renew(response.headers().getInstant("Date"))) {
			response.close();
			return send();
		}
		return response;
	}

	private Response send() throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		Headers own = this.request.headers();
		for (int i = 0; i < own.size(); i++) {
			headers.put(own.name(i), own.value(i));
		}
		if (this.type != null) {
			headers.put("Content-Type", this.type.toString());
		}
		Map<String, String> signed = this.signer.sign(this.request.url().uri(), headers, this.body);
		return this.client
			.newCall(this.request.newBuilder()
				.headers(Headers.of(signed))
				.post(RequestBody.create(this.body, this.type))
				.build())
			.execute();
	}

	// some of Amazon's services answer 400 where others answer 403
	private static boolean isRefused(Response response) {
		String error = HttpAnswer.errorType(response);
		return response.code() == 401 || response.code() == 403
				|| (response.code() == 400 && error != null && ABOUT_SIGNATURE.matcher(error).matches());
	}

}
