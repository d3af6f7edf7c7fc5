package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is known of AWS: where the service runs, and which of its services was called.
 */
final class AwsBlock {

	private static final Field ACCOUNT = Field.of("cloud.account.id");

	private static final Field PLATFORM = Field.of("cloud.platform");

	private static final Field ZONE = Field.of("cloud.availability_zone");

	private static final Field CONTAINER_ID = Field.of("container.id");

	private static final Field LAUNCH_TYPE = Field.of("aws.ecs.launchtype");

	private static final Field LOG_GROUP = Field.of("aws.log.group.names");

	private static final Field LOG_GROUP_ARN = Field.of("aws.log.group.arns");

	private static final Field SDK_LANGUAGE = Field.of("telemetry.sdk.language");

	private static final Field SDK_NAME = Field.of("telemetry.sdk.name");

	private static final Field SDK_VERSION = Field.of("telemetry.sdk.version");

	private static final Field RPC_SYSTEM = Field.of("rpc.system", "rpc.system.name");

	private static final Field SERVICE = Field.of("aws.service");

	private static final Field OPERATION = Field.of("aws.operation", "rpc.method");

	private static final Field REGION = Field.of("aws.region", "cloud.region");

	private static final Field REQUEST_ID = Field.of("aws.request_id", "aws.requestId");

	private static final Field QUEUE = Field.of("aws.queue_url", "aws.queue.url", "aws.sqs.queue.url");

	private static final Field TABLE = Field.of("aws.table_name", "aws.table.name", "aws.dynamodb.table_names");

	private static final Field HOST_ID = Field.of("host.id");

	private static final Field HOST_TYPE = Field.of("host.type");

	private static final Field IMAGE_ID = Field.of("host.image.id");

	private static final Field CONTAINER = Field.of("container.name", "host.name");

	private static final Field CONTAINER_ARN = Field.of("aws.ecs.container.arn");

	private static final Field CLUSTER_ARN = Field.of("aws.ecs.cluster.arn");

	private static final Field TASK_ARN = Field.of("aws.ecs.task.arn");

	private static final Field TASK_FAMILY = Field.of("aws.ecs.task.family");

	private static final Field CLUSTER = Field.of("k8s.cluster.name");

	private static final Field POD = Field.of("k8s.pod.name");

	private static final Field NAMESPACE = Field.of("service.namespace");

	private static final Field VERSION = Field.of("service.version");

	private static final Field INSTANCE = Field.of("service.instance.id");

	/** Names of what was called that are in the block. */
	static final Collection<String> NAMES = Stream.of(OPERATION, REGION, REQUEST_ID, QUEUE, TABLE)
		.map(Field::names)
		.flatMap(Stream::of)
		.toList();

	private AwsBlock() {
	}

	static boolean isAwsCall(Facts facts) {
		return "aws-api".equals(RPC_SYSTEM.text(facts)) || SERVICE.text(facts) != null;
	}

	/**
	 * Returns what kind of resource runs the service; {@code null} where it is not known.
	 */
	static @Nullable String origin(Facts resource) {
		String platform = PLATFORM.text(resource);
		if (platform == null) {
			return null;
		}
		return switch (platform) {
			case "aws_app_runner" -> "AWS::AppRunner::Service";
			case "aws_eks" -> "AWS::EKS::Container";
			case "aws_elastic_beanstalk" -> "AWS::ElasticBeanstalk::Environment";
			case "aws_ecs" -> ecs(LAUNCH_TYPE.text(resource));
			case "aws_ec2" -> "AWS::EC2::Instance";
			default -> null;
		};
	}

	private static String ecs(@Nullable String launchType) {
		if ("ec2".equalsIgnoreCase(launchType)) {
			return "AWS::ECS::EC2";
		}
		return "fargate".equalsIgnoreCase(launchType) ? "AWS::ECS::Fargate" : "AWS::ECS::Container";
	}

	static void write(boolean call, Facts facts, ResourceParts resource, JsonBytes json) {
		int aws = json.begin("aws", '{');
		json.members(resource.aws());
		if (call) {
			text(json, "operation", OPERATION, facts);
		}
		text(json, "region", REGION, facts);
		text(json, "request_id", REQUEST_ID, facts);
		text(json, "queue_url", QUEUE, facts);
		String table = TABLE.first(facts);
		if (table != null) {
			json.name("table_name").string(table, Limits.TEXT);
		}
		json.end(aws, '}');
	}

	/**
	 * Writes the members that tell of the resource.
	 */
	static void writeResource(Facts resource, JsonBytes json) {
		text(json, "account_id", ACCOUNT, resource);
		String platform = PLATFORM.text(resource);
		if (platform != null && platform.startsWith("aws_")) {
			writePlatform(platform, resource, json);
		}
		writeLogs(resource, json);
		writeSdk(resource, json);
	}

	private static void writePlatform(String platform, Facts resource, JsonBytes json) {
		int ec2 = json.begin("ec2", '{');
		text(json, "instance_id", HOST_ID, resource);
		text(json, "instance_size", HOST_TYPE, resource);
		text(json, "ami_id", IMAGE_ID, resource);
		if (platform.equals("aws_ec2")) {
			text(json, "availability_zone", ZONE, resource);
		}
		json.end(ec2, '}');
		int ecs = json.begin("ecs", '{');
		if (platform.equals("aws_ecs")) {
			text(json, "container", CONTAINER, resource);
			text(json, "container_id", CONTAINER_ID, resource);
			text(json, "availability_zone", ZONE, resource);
			text(json, "container_arn", CONTAINER_ARN, resource);
			text(json, "cluster_arn", CLUSTER_ARN, resource);
			text(json, "task_arn", TASK_ARN, resource);
			text(json, "task_family", TASK_FAMILY, resource);
			text(json, "launch_type", LAUNCH_TYPE, resource);
		}
		json.end(ecs, '}');
		int eks = json.begin("eks", '{');
		text(json, "cluster_name", CLUSTER, resource);
		text(json, "pod", POD, resource);
		if (platform.equals("aws_eks")) {
			text(json, "container_id", CONTAINER_ID, resource);
		}
		json.end(eks, '}');
		if (platform.equals("aws_elastic_beanstalk")) {
			int beanstalk = json.begin("elastic_beanstalk", '{');
			text(json, "environment_name", NAMESPACE, resource);
			text(json, "version_label", VERSION, resource);
			long deployment = INSTANCE.number(resource);
			if (deployment >= 0) {
				json.name("deployment_id").number(deployment);
			}
			json.end(beanstalk, '}');
		}
	}

	private static void writeLogs(Facts resource, JsonBytes json) {
		String group = LOG_GROUP.first(resource);
		String arn = LOG_GROUP_ARN.first(resource);
		if (group == null && arn == null) {
			return;
		}
		int logs = json.begin("cloudwatch_logs", '[');
		json.beginObject();
		if (group != null) {
			json.name("log_group").string(group, Limits.TEXT);
		}
		if (arn != null) {
			json.name("arn").string(arn, Limits.TEXT);
		}
		json.endObject();
		json.end(logs, ']');
	}

	private static void writeSdk(Facts resource, JsonBytes json) {
		String name = SDK_NAME.text(resource);
		if (name != null) {
			int xray = json.begin("xray", '{');
			String language = SDK_LANGUAGE.text(resource);
			json.name("sdk").string((language != null) ? name + " for " + language : name, Limits.TEXT);
			text(json, "sdk_version", SDK_VERSION, resource);
			json.name("auto_instrumentation").bool(false);
			json.end(xray, '}');
		}
	}

	private static void text(JsonBytes json, String name, Field field, Facts facts) {
		String text = field.text(facts);
		if (text != null) {
			json.name(name).string(text, Limits.TEXT);
		}
	}

}
