package mysfits.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Turns what goes wrong behind the page into an answer and a log line.
 */
@RestControllerAdvice
class FailureAnswers {

	private static final Logger logger = LoggerFactory.getLogger(FailureAnswers.class);

	@ExceptionHandler
	ProblemDetail unknown(HttpClientErrorException.NotFound ex) {
		logger.warn("Asked for a mysfit that does not exist: {}", ex.getMessage());
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such mysfit");
	}

	@ExceptionHandler
	ProblemDetail downstreamFailed(RestClientException ex) {
		logger.error("A service behind the page failed", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "A service behind this page failed");
	}

}
