package io.tracingstarter.export.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.http.RequestSigner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests to one of Amazon's services with Signature Version 4, with the
 * credentials of the moment and, where this machine's clock is wrong, by the service's
 * clock. Used by one thread at a time.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature
 * Version 4</a>
 */
final class AwsRequestSigner implements RequestSigner {

	/** Amazon takes five minutes; the header that tells the time has only seconds. */
	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

	private final String service;

	private final AwsRegion region;

	private final AwsCredentialsSource credentials;

	private final Clock clock;

	private Duration skew = Duration.ZERO;

	private @Nullable AwsCredentialsIdentity used;

	AwsRequestSigner(String service, AwsRegion region, AwsCredentialsSource credentials, Clock clock) {
		this.service = service;
		this.region = region;
		this.credentials = credentials;
		this.clock = clock;
	}

	@Override
	public Map<String, String> sign(URI url, Map<String, String> headers, byte[] body) throws IOException {
		AwsCredentialsIdentity identity = this.credentials.resolve();
		this.used = identity;
		SignedRequest signed = sign(identity, url, headers, body);
		Map<String, String> all = new LinkedHashMap<>();
		signed.request().forEachHeader((name, values) -> all.put(name, String.join(",", values)));
		return all;
	}

	private SignedRequest sign(AwsCredentialsIdentity identity, URI url, Map<String, String> headers, byte[] body)
			throws IOException {
		try {
			SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
			headers.forEach(request::putHeader);
			// such as that of a password in the URL
			request.removeHeader("Authorization");
			return this.signer.sign((signing) -> signing.identity(identity)
				.request(request.build())
				.payload(() -> new ByteArrayInputStream(body))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, this.service)
				.putProperty(AwsV4HttpSigner.REGION_NAME, this.region.id())
				.putProperty(HttpSigner.SIGNING_CLOCK, Clock.offset(this.clock, this.skew)));
		}
		catch (RuntimeException ex) {
			// without its message, which may quote what is secret
			throw new IOException(
					ExportException.rejected("the request cannot be signed: " + ex.getClass().getSimpleName()));
		}
	}

	@Override
	public boolean renew(@Nullable Instant backendTime) {
		boolean adjusted = adjust(backendTime);
		AwsCredentialsIdentity refused = this.used;
		this.credentials.forget();
		try {
			return !same(refused, this.credentials.resolve()) || adjusted;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.credentials.forget();
	}

	private boolean adjust(@Nullable Instant backendTime) {
		if (backendTime == null) {
			return false;
		}
		Duration found = Duration.between(this.clock.instant(), backendTime);
		if (found.minus(this.skew).abs().compareTo(TOLERANCE) <= 0) {
			return false;
		}
		this.skew = (found.abs().compareTo(TOLERANCE) > 0) ? found : Duration.ZERO;
		return true;
	}

	private static boolean same(@Nullable AwsCredentialsIdentity one, AwsCredentialsIdentity other) {
		return one != null && one.accessKeyId().equals(other.accessKeyId())
				&& one.secretAccessKey().equals(other.secretAccessKey()) && Objects.equals(token(one), token(other));
	}

	private static @Nullable String token(AwsCredentialsIdentity identity) {
		return (identity instanceof AwsSessionCredentialsIdentity session) ? session.sessionToken() : null;
	}

	@Override
	public String toString() {
		return "AwsRequestSigner " + this.service + " " + this.region.id();
	}

}
