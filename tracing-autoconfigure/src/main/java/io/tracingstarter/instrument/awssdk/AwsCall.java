package io.tracingstarter.instrument.awssdk;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

/**
 * One call of an AWS service, with all its attempts: what an {@code ObservationHandler}
 * or {@code ObservationFilter} finds as context.
 * <p>
 * It carries nothing to AWS: requests are signed, and AWS is a third party.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/">
 * OpenTelemetry semantic conventions: AWS SDK</a>
 */
public final class AwsCall extends SenderContext<Object> {

	private final AtomicInteger attempts = new AtomicInteger();

	AwsCall(SdkRequest request, ExecutionAttributes attributes) {
		super((carrier, key, value) -> {
		}, Kind.CLIENT);
		String service = serviceName(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
		String operation = orUnknown(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
		Region region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION);
		setContextualName(service + "." + operation);
		setRemoteServiceName(service);
		addLowCardinalityKeyValue(KeyValue.of("rpc.system", "aws-api"));
		addLowCardinalityKeyValue(KeyValue.of("rpc.service", service));
		addLowCardinalityKeyValue(KeyValue.of("rpc.method", operation));
		addLowCardinalityKeyValue(KeyValue.of("cloud.region", (region != null) ? region.id() : "none"));
		AwsResource.of(request).forEach(this::add);
	}

	/** The SDK spells names as Java does; these are AWS's own. */
	private static String serviceName(@Nullable String name) {
		if ("DynamoDb".equals(name)) {
			return "DynamoDB";
		}
		return (name != null && name.length() <= 3) ? name.toUpperCase(Locale.ROOT) : orUnknown(name);
	}

	private static String orUnknown(@Nullable String name) {
		return (name != null) ? name : "unknown";
	}

	/**
	 * Counts an attempt.
	 * @param host who it goes to
	 * @return how many there have been before
	 */
	int attempt(String host) {
		int before = this.attempts.getAndIncrement();
		add("server.address", host);
		if (before > 0) {
			add("http.request.resend_count", Integer.toString(before));
		}
		return before;
	}

	void answered(SdkHttpResponse response) {
		add("http.response.status_code", Integer.toString(response.statusCode()));
		response.firstMatchingHeader("x-amzn-RequestId")
			.or(() -> response.firstMatchingHeader("x-amz-request-id"))
			.ifPresent((id) -> add("aws.request_id", id));
		response.firstMatchingHeader("x-amz-id-2").ifPresent((id) -> add("aws.extended_request_id", id));
	}

	void failed(Throwable failure) {
		add("error.type", errorType(failure));
	}

	private static String errorType(Throwable failure) {
		if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null
				&& service.awsErrorDetails().errorCode() != null) {
			return service.awsErrorDetails().errorCode();
		}
		Throwable reason = failure;
		while (isWrapper(reason) && reason.getCause() != null) {
			reason = reason.getCause();
		}
		return reason.getClass().getName();
	}

	/** The SDK's Netty client gives its advice on time-outs in a bare Throwable. */
	private static boolean isWrapper(Throwable failure) {
		return failure instanceof SdkClientException || failure.getClass() == Throwable.class;
	}

	private void add(String key, String value) {
		addHighCardinalityKeyValue(KeyValue.of(key, value));
	}

}
