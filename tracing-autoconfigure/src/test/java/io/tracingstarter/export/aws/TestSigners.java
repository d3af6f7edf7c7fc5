package io.tracingstarter.export.aws;

import java.time.Clock;
import java.util.function.Supplier;

import io.tracingstarter.export.http.RequestSigner;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Signers for {@link XRayTestEndpoint}.
 */
public final class TestSigners {

	private TestSigners() {
	}

	/** Signs with the key that the endpoint knows from the beginning. */
	public static RequestSigner known() {
		AwsCredentials known = AwsBasicCredentials.create(XRayTestEndpoint.ACCESS_KEY, XRayTestEndpoint.SECRET);
		return of(() -> known, Clock.systemUTC());
	}

	/** Signs with what a provider gives. */
	static RequestSigner of(AwsCredentialsProvider provider, Clock clock) {
		return of(() -> provider, false, clock);
	}

	/** Signs with what fresh providers give. */
	static RequestSigner of(Supplier<AwsCredentialsProvider> providers, boolean owned, Clock clock) {
		return new AwsRequestSigner("xray", new AwsRegion(XRayTestEndpoint.REGION),
				new AwsCredentialsSource(providers, owned), clock);
	}

}
