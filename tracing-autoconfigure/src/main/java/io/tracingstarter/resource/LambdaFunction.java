package io.tracingstarter.resource;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * AWS Lambda, which says everything in environment variables.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Lambda:
 * defined runtime environment variables</a>
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/faas/">OpenTelemetry
 * semantic conventions: function as a service</a>
 */
final class LambdaFunction implements AwsPlatform {

	private static final AttributeKey<Long> MEMORY = AttributeKey.longKey("faas.max_memory");

	private static final long MEBIBYTE = 1024 * 1024;

	@Override
	public boolean detect(Machine machine, Found found) {
		String name = machine.variable("AWS_LAMBDA_FUNCTION_NAME");
		if (name == null) {
			return false;
		}
		found.platform("aws_lambda")
			.text("cloud.region", machine.variable("AWS_REGION"))
			.text("faas.name", name)
			.text("faas.version", machine.variable("AWS_LAMBDA_FUNCTION_VERSION"))
			.text("faas.instance", machine.variable("AWS_LAMBDA_LOG_STREAM_NAME"))
			.list("aws.log.group.names", machine.variable("AWS_LAMBDA_LOG_GROUP_NAME"));
		memory(machine.variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), found);
		return true;
	}

	private static void memory(@Nullable String mebibytes, Found found) {
		if (mebibytes != null && mebibytes.matches("[0-9]{1,9}")) {
			found.put(MEMORY, Long.parseLong(mebibytes) * MEBIBYTE);
		}
	}

}
