package io.tracingstarter.instrument.awssdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * What a request is about, by the field that names it. Never a key of an item or an
 * object: these are often a person's.
 *
 * @param field name of the field, as the service's model spells it
 * @param attribute name of the span attribute
 */
record AwsResource(String field, String attribute) {

	private static final List<AwsResource> KNOWN = List.of(new AwsResource("TableName", "aws.dynamodb.table_names"),
			new AwsResource("RequestItems", "aws.dynamodb.table_names"),
			new AwsResource("IndexName", "aws.dynamodb.index_name"), new AwsResource("QueueUrl", "aws.sqs.queue.url"),
			new AwsResource("TopicArn", "aws.sns.topic.arn"), new AwsResource("Bucket", "aws.s3.bucket"),
			new AwsResource("StreamName", "aws.kinesis.stream_name"),
			new AwsResource("FunctionName", "aws.lambda.function_name"),
			new AwsResource("StateMachineArn", "aws.step_functions.state_machine.arn"));

	/**
	 * Reads what a request names.
	 * @param request the request
	 * @return values by span attribute
	 */
	static Map<String, String> of(SdkRequest request) {
		Map<String, String> found = new LinkedHashMap<>();
		for (AwsResource resource : KNOWN) {
			String name = request.getValueForField(resource.field(), Object.class).map(AwsResource::name).orElse(null);
			if (name != null) {
				found.put(resource.attribute(), name);
				if (resource.field().equals("QueueUrl")) {
					found.put("messaging.system", "aws_sqs");
					found.put("messaging.destination.name", name.substring(name.lastIndexOf('/') + 1));
				}
			}
		}
		List<?> actions = request.getValueForField("TransactItems", Object.class)
			.filter(List.class::isInstance)
			.<List<?>>map(List.class::cast)
			.orElseGet(List::of);
		String tables = actions.stream()
			.map(AwsResource::table)
			.filter((table) -> table != null)
			.distinct()
			.sorted()
			.collect(Collectors.joining(","));
		if (!tables.isEmpty()) {
			found.put("aws.dynamodb.table_names", tables);
		}
		return found;
	}

	/** A batch is a map by table. */
	private static @Nullable String name(Object value) {
		if (value instanceof String name) {
			return name.isEmpty() ? null : name;
		}
		if (value instanceof Map<?, ?> tables && !tables.isEmpty()) {
			return tables.keySet().stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
		}
		return null;
	}

	/** An action of a transaction holds a put, a get, an update, … of one table. */
	private static @Nullable String table(Object action) {
		if (!(action instanceof SdkPojo pojo)) {
			return null;
		}
		return pojo.sdkFields()
			.stream()
			.map((field) -> field.getValueOrDefault(pojo))
			.filter(SdkPojo.class::isInstance)
			.map(SdkPojo.class::cast)
			.flatMap((part) -> part.sdkFields()
				.stream()
				.filter((field) -> "TableName".equals(field.memberName()))
				.map((field) -> field.getValueOrDefault(part)))
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.findFirst()
			.orElse(null);
	}

}
