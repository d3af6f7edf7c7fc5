package io.tracingstarter.cli.source.aws;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.xray.XRayClient;

/**
 * One service of AWS: its client, which is built when it is first used, and calls to it.
 * Making one of these loads nothing of the AWS SDK (lambdas would: they load their
 * types). Threads may share one.
 *
 * @param <C> the client
 */
public final class AwsService<C extends AwsClient> implements AutoCloseable {

	private final AwsSettings settings;

	private final Function<AwsSettings, C> builder;

	private final AwsCalls calls = new AwsCalls();

	private @Nullable C client;

	private AwsService(AwsSettings settings, Function<AwsSettings, C> builder) {
		this.settings = settings;
		this.builder = builder;
	}

	public static AwsService<CloudWatchLogsClient> logs(AwsSettings settings) {
		return new AwsService<>(settings, new Function<AwsSettings, CloudWatchLogsClient>() {

			@Override
			public CloudWatchLogsClient apply(AwsSettings given) {
				return AwsClients.logs(given);
			}

		});
	}

	public static AwsService<XRayClient> xray(AwsSettings settings) {
		return new AwsService<>(settings, new Function<AwsSettings, XRayClient>() {

			@Override
			public XRayClient apply(AwsSettings given) {
				return AwsClients.xray(given);
			}

		});
	}

	/**
	 * Makes one request, not more often than AWS allows, with retries where it throttles
	 * or fails for a moment.
	 * @param operation what is asked, for the words of a failure
	 * @param deadline until when to wait
	 * @param request makes the request
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	public <T> T call(Operation operation, Deadline deadline, Function<C, T> request)
			throws AwsException, InterruptedException {
		return this.calls.call(operation, deadline, () -> request.apply(client()));
	}

	/**
	 * Makes a request whose outcome does not matter, also on a thread that was
	 * interrupted.
	 */
	public void tell(Function<C, ?> request) {
		this.calls.tell(() -> request.apply(client()));
	}

	/**
	 * Returns the region that is asked, or nothing where none is configured. The first
	 * call may take a second, while the SDK looks for it.
	 */
	public Optional<String> region() {
		if (this.settings.region() != null) {
			return Optional.of(this.settings.region());
		}
		try {
			return Optional.of(client().serviceClientConfiguration().region().id());
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	private synchronized C client() {
		if (this.client == null) {
			this.client = this.builder.apply(this.settings);
		}
		return this.client;
	}

	@Override
	public synchronized void close() {
		this.calls.close();
		if (this.client != null) {
			this.client.close();
		}
	}

}
