package mysfits.likes;

import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Turns what goes wrong into an answer and a log line. Comes before Spring Boot's own
 * advice, which answers as well but logs nothing.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureAnswers {

	private static final Logger logger = LoggerFactory.getLogger(FailureAnswers.class);

	@ExceptionHandler
	ProblemDetail refused(ResponseStatusException ex) {
		logger.warn("Refused with {}: {}", ex.getStatusCode().value(), ex.getReason());
		return ex.getBody();
	}

	@ExceptionHandler({ WebClientException.class, TimeoutException.class })
	ProblemDetail catalogueFailed(Exception ex) {
		logger.error("mysfits-service failed", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "The catalogue of mysfits does not answer");
	}

	@ExceptionHandler
	ProblemDetail tableFailed(SdkException ex) {
		logger.error("DynamoDB failed", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Likes cannot be counted now");
	}

	@ExceptionHandler({ HexedException.class, ChaosException.class })
	ProblemDetail counterBroke(RuntimeException ex) {
		logger.error("Like not counted", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, ex.getMessage());
	}

}
