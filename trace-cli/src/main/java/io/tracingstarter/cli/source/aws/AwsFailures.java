package io.tracingstarter.cli.source.aws;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import io.tracingstarter.cli.source.aws.AwsException.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts the exceptions of the AWS SDK into words, with what to do about them.
 */
final class AwsFailures {

	private static final int LENGTH = 400;

	private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

	private static final Set<String> NOT_ACCEPTED = Set.of("UnrecognizedClientException", "InvalidClientTokenId",
			"InvalidSignatureException", "SignatureDoesNotMatch", "IncompleteSignature", "MissingAuthenticationToken",
			"MissingAuthenticationTokenException", "InvalidAccessKeyId");

	private static final Set<String> INVALID = Set.of("MalformedQueryException", "InvalidParameterException",
			"InvalidRequestException", "ValidationException", "SerializationException");

	private AwsFailures() {
	}

	static AwsException of(Operation operation, RuntimeException failure) {
		if (failure instanceof AwsServiceException answered) {
			return answered(operation, answered);
		}
		String text = text(failure);
		String lower = text.toLowerCase(Locale.ROOT);
		if (lower.contains("unable to load region")) {
			return new AwsException(Kind.NOT_CONFIGURED, "AWS: no region is configured",
					"Set region for this source, AWS_REGION, or region in the profile in ~/.aws/config.");
		}
		if (lower.contains("credentials") || lower.contains("profile") || lower.contains("service module must be")) {
			return new AwsException(Kind.NOT_CONFIGURED,
					"AWS: no credentials: " + credentials(String.valueOf(failure.getMessage())),
					"Log in (aws sso login) or set profile for this source, AWS_PROFILE, or AWS_ACCESS_KEY_ID "
							+ "and AWS_SECRET_ACCESS_KEY.");
		}
		IOException io = io(failure);
		if (io != null) {
			return new AwsException(Kind.UNREACHABLE,
					"AWS cannot be reached for " + operation.action() + ": " + io.getClass().getSimpleName() + ": "
							+ shortened(String.valueOf(io.getMessage())),
					"Check the region, the network and its proxy, and AWS_ENDPOINT_URL.");
		}
		return new AwsException(Kind.FAILED, operation + " was not answered as AWS does: " + text,
				"Check what answers at the endpoint (AWS_ENDPOINT_URL), and try again.");
	}

	private static AwsException answered(Operation operation, AwsServiceException answered) {
		String code = (answered.awsErrorDetails() != null && answered.awsErrorDetails().errorCode() != null)
				? answered.awsErrorDetails().errorCode() : "";
		String said = (answered.awsErrorDetails() != null && answered.awsErrorDetails().errorMessage() != null)
				? shortened(answered.awsErrorDetails().errorMessage()) : "status " + answered.statusCode();
		if (EXPIRED.contains(code)) {
			return new AwsException(Kind.CREDENTIALS, "The AWS credentials have expired: " + said,
					"Log in again (aws sso login), or renew AWS_SESSION_TOKEN.");
		}
		if (NOT_ACCEPTED.contains(code)) {
			return new AwsException(Kind.CREDENTIALS, "AWS does not accept the credentials: " + said,
					"Check AWS_PROFILE, the access keys, and this machine's clock.");
		}
		if (answered.isThrottlingException() || code.equals("LimitExceededException")) {
			return new AwsException(Kind.THROTTLED, "AWS throttles " + operation + ": " + said,
					"Try again in a minute, with a shorter window (--since) or fewer log groups.");
		}
		if (code.startsWith("AccessDenied") || answered.statusCode() == 403) {
			return new AwsException(Kind.DENIED, "Not allowed: " + operation + ": " + said,
					"Ask for the permission " + operation + ", or use another AWS_PROFILE.");
		}
		if (code.equals("ResourceNotFoundException")) {
			return new AwsException(Kind.NOT_FOUND, "Not found: " + operation.resource() + ": " + said,
					"Check the name, the region and the account (AWS_PROFILE).");
		}
		if (INVALID.contains(code)) {
			return new AwsException(Kind.INVALID, "AWS does not accept " + operation + ": " + said,
					"Check the window (--since, --until) and the names of the log groups.");
		}
		return new AwsException(Kind.FAILED, operation + " failed: " + (code.isEmpty() ? said : code + ": " + said)
				+ ", status " + answered.statusCode(),
				"Try again; see https://health.aws.amazon.com for the state of AWS.");
	}

	/**
	 * Returns what the SDK says of the profile, which is what people set up, instead of
	 * the list of all places it looked at with all profiles it knows.
	 */
	private static String credentials(String message) {
		String text = message;
		int next = text.lastIndexOf(", ContainerCredentialsProvider(): ");
		int before = (next > 0) ? text.lastIndexOf("): ", next - 1) : -1;
		if (before > 0) {
			text = text.substring(before + 3, next);
		}
		int file = text.indexOf(": ProfileFile(");
		return shortened((file > 0) ? text.substring(0, file) : text);
	}

	private static @Nullable IOException io(Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < 10; depth++) {
			if (cause instanceof IOException io && io.getClass().getName().startsWith("java")) {
				return io;
			}
			cause = cause.getCause();
		}
		return null;
	}

	private static String text(RuntimeException failure) {
		String message = failure.getMessage();
		if (failure instanceof SdkException && message != null) {
			return shortened(message);
		}
		return shortened(failure.getClass().getSimpleName() + ": " + message);
	}

	private static String shortened(String text) {
		return (text.length() <= LENGTH) ? text : text.substring(0, LENGTH) + "…";
	}

}
