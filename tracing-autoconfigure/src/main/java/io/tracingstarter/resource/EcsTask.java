package io.tracingstarter.resource;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A container in a task of Amazon ECS, on EC2 or Fargate, by the metadata endpoint of
 * version 4.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4.html">ECS:
 * task metadata endpoint version 4</a>
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/resource/cloud-provider/aws/ecs/">OpenTelemetry
 * semantic conventions: AWS ECS</a>
 */
final class EcsTask implements AwsPlatform {

	private static final String ENDPOINT = "ECS_CONTAINER_METADATA_URI_V4";

	@Override
	public boolean detect(Machine machine, Found found) throws IOException {
		String endpoint = machine.variable(ENDPOINT);
		if (endpoint == null) {
			return false;
		}
		found.platform("aws_ecs");
		Map<String, Object> container = machine.object(machine.client().get(URI.create(endpoint), Map.of()));
		found.text("container.id", container.get("DockerId"))
			.text("container.name", container.get("DockerName"))
			.text("aws.ecs.container.arn", container.get("ContainerARN"));
		image(Found.textOf(container.get("Image")), found);
		Arn arn = Arn.of(container.get("ContainerARN"));
		logs(container, arn, found);
		place(arn, found);
		task(machine.object(machine.client().get(URI.create(endpoint + "/task"), Map.of())), found);
		return true;
	}

	private static void task(Map<String, Object> task, Found found) {
		Arn arn = Arn.of(task.get("TaskARN"));
		place(arn, found);
		String launchType = Found.textOf(task.get("LaunchType"));
		found.text("cloud.availability_zone", task.get("AvailabilityZone"))
			.text("aws.ecs.task.arn", task.get("TaskARN"))
			.text("aws.ecs.task.family", task.get("Family"))
			.text("aws.ecs.task.revision", task.get("Revision"))
			.text("aws.ecs.launchtype", (launchType != null) ? launchType.toLowerCase(Locale.ROOT) : null)
			.text("aws.ecs.cluster.arn", cluster(Found.textOf(task.get("Cluster")), arn));
	}

	/** On EC2 it is a name only. */
	private static @Nullable String cluster(@Nullable String cluster, @Nullable Arn task) {
		if (cluster == null || cluster.startsWith("arn:")) {
			return cluster;
		}
		return (task != null) ? task.with("ecs", "cluster/" + cluster) : null;
	}

	private static void place(@Nullable Arn arn, Found found) {
		if (arn != null) {
			found.text("cloud.region", arn.region()).text("cloud.account.id", arn.account());
		}
	}

	private static void image(@Nullable String image, Found found) {
		if (image != null) {
			String named = image.replaceFirst("@.*", "");
			int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
			found.text("container.image.name", (colon >= 0) ? named.substring(0, colon) : named)
				.list("container.image.tags", (colon >= 0) ? named.substring(colon + 1) : null);
		}
	}

	/** Where the container's log driver is that of CloudWatch. */
	private static void logs(Map<String, Object> container, @Nullable Arn arn, Found found) {
		Map<?, ?> options = Machine.objectOf(container, "LogOptions");
		String group = Found.textOf(options.get("awslogs-group"));
		String stream = Found.textOf(options.get("awslogs-stream"));
		found.list("aws.log.group.names", group).list("aws.log.stream.names", stream);
		if (group != null && arn != null) {
			String region = Found.textOf(options.get("awslogs-region"));
			Arn logs = (region != null) ? new Arn(arn.partition(), region, arn.account()) : arn;
			found.list("aws.log.group.arns", logs.with("logs", "log-group:" + group + ":*"));
			if (stream != null) {
				found.list("aws.log.stream.arns", logs.with("logs", "log-group:" + group + ":log-stream:" + stream));
			}
		}
	}

}
