package io.tracingstarter.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out where in AWS the service runs, on a thread of its own and in
 * {@value #BUDGET_MILLIS} milliseconds at most. What is cheap to see comes first:
 * environment variables and files before any network.
 */
public final class AwsResource {

	static final int BUDGET_MILLIS = 500;

	private static final Logger logger = LoggerFactory.getLogger(AwsResource.class);

	private static final List<AwsPlatform> PLATFORMS = List.of(new LambdaFunction(), new EcsTask(), new EksPod(),
			new BeanstalkEnvironment(), new Ec2Instance());

	private final Found found = new Found();

	private final CountDownLatch done = new CountDownLatch(1);

	private final Deadline deadline;

	private final Machine machine;

	private AwsResource(Function<String, @Nullable String> variables, Path root,
			Function<String, Map<String, Object>> json, Duration budget) {
		this.deadline = new Deadline(budget);
		this.machine = new Machine(variables, root, new MetadataClient(this.deadline), json);
	}

	/**
	 * Begins to look.
	 * @param variables reads environment variables
	 * @param json reads a JSON object; throws a {@code RuntimeException} where it is none
	 * @return knows the result
	 */
	public static AwsResource detect(Function<String, @Nullable String> variables,
			Function<String, Map<String, Object>> json) {
		return detect(variables, Path.of("/"), json, Duration.ofMillis(BUDGET_MILLIS));
	}

	static AwsResource detect(Function<String, @Nullable String> variables, Path root,
			Function<String, Map<String, Object>> json, Duration budget) {
		AwsResource resource = new AwsResource(variables, root, json, budget);
		Thread thread = new Thread(resource::run, "tracing-aws-resource");
		thread.setDaemon(true);
		thread.start();
		return resource;
	}

	private void run() {
		try {
			for (AwsPlatform platform : PLATFORMS) {
				if (isOn(platform)) {
					return;
				}
			}
		}
		finally {
			this.done.countDown();
		}
	}

	private boolean isOn(AwsPlatform platform) {
		try {
			return platform.detect(this.machine, this.found);
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("{} could not be asked", platform.getClass().getSimpleName(), ex);
			return !this.found.isEmpty();
		}
	}

	/**
	 * Waits for the result, as long as the time allows.
	 * @return attributes by OpenTelemetry's semantic conventions; as many as were found
	 */
	public Attributes attributes() {
		if (!isDone()) {
			this.machine.client().abort();
		}
		return this.found.attributes();
	}

	private boolean isDone() {
		try {
			return this.done.await(Math.max(0, this.deadline.left()), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Says in words what was found.
	 * @return for example {@code on aws_ecs in eu-central-1}
	 */
	public String describe() {
		Attributes attributes = attributes();
		String platform = attributes.get(AttributeKey.stringKey("cloud.platform"));
		String region = attributes.get(AttributeKey.stringKey("cloud.region"));
		if (platform == null) {
			return "not on AWS as far as can be seen";
		}
		return "on " + platform + ((region != null) ? " in " + region : "");
	}

}
