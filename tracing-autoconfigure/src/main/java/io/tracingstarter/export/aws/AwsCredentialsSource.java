package io.tracingstarter.export.aws;

import java.io.IOException;
import java.util.function.Supplier;

import io.tracingstarter.export.ExportException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Where the credentials come from, asked for each signature. Asks nobody before the first
 * one.
 */
final class AwsCredentialsSource {

	private static final Logger logger = LoggerFactory.getLogger(AwsCredentialsSource.class);

	private final Supplier<? extends AwsCredentialsProvider> factory;

	private final boolean owned;

	private volatile @Nullable AwsCredentialsProvider provider;

	/**
	 * Creates the source.
	 * @param factory gives the provider
	 * @param owned whether each one that it gives is ours: to be closed, and to be
	 * replaced by a new one that remembers nothing
	 */
	AwsCredentialsSource(Supplier<? extends AwsCredentialsProvider> factory, boolean owned) {
		this.factory = factory;
		this.owned = owned;
	}

	/**
	 * The credentials of this moment.
	 * @throws IOException if there are none, which may pass
	 */
	AwsCredentialsIdentity resolve() throws IOException {
		try {
			AwsCredentialsProvider current = this.provider;
			if (current == null) {
				current = this.factory.get();
				this.provider = current;
			}
			return current.resolveCredentials();
		}
		catch (RuntimeException ex) {
			// what is wrong with each of the places that were asked is a page of text
			logger.debug("No AWS credentials", ex);
			throw new IOException(ExportException
				.unreachable("no AWS credentials in any place where the AWS SDK looks for them" + reason(ex)));
		}
	}

	private static String reason(RuntimeException failure) {
		String message = (failure instanceof SdkException) ? null : failure.getClass().getSimpleName();
		return (message != null) ? " (" + message + ")" : "";
	}

	/**
	 * Forgets what is remembered, so that the next credentials are fresh. From any
	 * thread.
	 */
	void forget() {
		AwsCredentialsProvider old = this.provider;
		if (this.owned) {
			this.provider = null;
			if (old instanceof SdkAutoCloseable closeable) {
				closeable.close();
			}
		}
	}

}
