package io.tracingstarter.export.aws;

import java.time.Clock;
import java.util.function.Supplier;

import io.tracingstarter.export.http.RequestSigner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Creates what signs requests to Amazon's services, with the credentials and in the
 * region that the AWS SDK finds, or that the application has as a bean.
 */
public final class AwsRequestSigners {

	private static final Logger logger = LoggerFactory.getLogger(AwsRequestSigners.class);

	private final @Nullable AwsCredentialsProvider credentials;

	private final @Nullable AwsRegionProvider regions;

	/**
	 * Creates the factory. Looks for nothing yet.
	 * @param credentials the application's credentials; {@code null} for the SDK's
	 * default chain
	 * @param regions the application's region; {@code null} for the SDK's default chain
	 */
	public AwsRequestSigners(@Nullable AwsCredentialsProvider credentials, @Nullable AwsRegionProvider regions) {
		this.credentials = credentials;
		this.regions = regions;
	}

	/**
	 * The region that this application runs in. May ask the machine's metadata service,
	 * and take seconds where there is none.
	 * @return the region, {@code null} where nobody knows it
	 */
	public @Nullable AwsRegion region() {
		try {
			AwsRegionProvider provider = (this.regions != null) ? this.regions : new DefaultAwsRegionProviderChain();
			Region found = provider.getRegion();
			return (found != null) ? new AwsRegion(found.id()) : null;
		}
		catch (RuntimeException ex) {
			logger.debug("No AWS region", ex);
			return null;
		}
	}

	/**
	 * Creates what signs requests to a service. Looks for credentials when it signs, not
	 * before.
	 * @param service its name in signatures, for example {@code xray}
	 * @param region its region
	 * @return the signer, for one exporter
	 */
	public RequestSigner signer(String service, AwsRegion region) {
		AwsCredentialsProvider given = this.credentials;
		Supplier<AwsCredentialsProvider> chain = () -> DefaultCredentialsProvider.builder().build();
		AwsCredentialsSource source = (given != null) ? new AwsCredentialsSource(() -> given, false)
				: new AwsCredentialsSource(chain, true);
		return new AwsRequestSigner(service, region, source, Clock.systemUTC());
	}

}
