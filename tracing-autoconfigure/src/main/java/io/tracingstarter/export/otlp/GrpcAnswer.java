package io.tracingstarter.export.otlp;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.http.HttpAnswer;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Understands the status of a gRPC answer as OTLP has it.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#failures">OTLP/gRPC:
 * failures</a>
 */
final class GrpcAnswer {

	private static final Set<GrpcStatusCode> RETRYABLE = EnumSet.of(GrpcStatusCode.CANCELLED,
			GrpcStatusCode.DEADLINE_EXCEEDED, GrpcStatusCode.ABORTED, GrpcStatusCode.OUT_OF_RANGE,
			GrpcStatusCode.UNAVAILABLE, GrpcStatusCode.DATA_LOSS);

	private GrpcAnswer() {
	}

	/**
	 * What is wrong with an answer.
	 * @param response the answer, whose body has been read
	 * @return the failure, or {@code null} where the backend has accepted the request
	 */
	static @Nullable ExportException failure(Response response) {
		Headers headers = (response.header("grpc-status") != null) ? response.headers() : trailers(response);
		String status = headers.get("grpc-status");
		if (status == null) {
			ExportException failure = HttpAnswer.failure(response);
			return (failure != null) ? failure : ExportException.unreachable("the answer has no gRPC status");
		}
		GrpcStatusCode code = code(status);
		if (code == GrpcStatusCode.OK) {
			return null;
		}
		String text = ("gRPC " + code + " " + message(headers.get("grpc-message"))).strip();
		Duration delay = retryDelay(headers.get("grpc-status-details-bin"));
		if (RETRYABLE.contains(code) || (code == GrpcStatusCode.RESOURCE_EXHAUSTED && delay != null)) {
			return ExportException.overloaded(text, (delay != null) ? delay : Duration.ZERO);
		}
		return ExportException.rejected(text);
	}

	private static Headers trailers(Response response) {
		try {
			return response.trailers();
		}
		catch (IOException | IllegalStateException ex) {
			return Headers.of();
		}
	}

	private static GrpcStatusCode code(String status) {
		try {
			return GrpcStatusCode.fromValue(Integer.parseInt(status));
		}
		catch (NumberFormatException ex) {
			return GrpcStatusCode.UNKNOWN;
		}
	}

	private static String message(@Nullable String encoded) {
		if (encoded == null) {
			return "";
		}
		try {
			return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return encoded;
		}
	}

	/**
	 * The delay of a {@code google.rpc.RetryInfo} in the details.
	 * @param details a {@code google.rpc.Status}, in Base64
	 * @return the delay, or {@code null} where there is no such information
	 * @see <a href=
	 * "https://opentelemetry.io/docs/specs/otlp/#otlpgrpc-throttling">OTLP/gRPC:
	 * throttling</a>
	 */
	private static @Nullable Duration retryDelay(@Nullable String details) {
		if (details == null) {
			return null;
		}
		try {
			ProtobufMessage any = new ProtobufMessage(Base64.getDecoder().decode(details)).message(3);
			if (!any.text(1).endsWith("/google.rpc.RetryInfo")) {
				return null;
			}
			ProtobufMessage delay = any.message(2).message(1);
			Duration duration = Duration.ofSeconds(delay.number(1), delay.number(2));
			return duration.isNegative() ? Duration.ZERO : duration;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

}
