package mysfits.likes;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Creates the table of likes when the service starts. It is patient with a DynamoDB that
 * starts at the same time, and goes on without one that does not come: the service then
 * answers reads and likes with errors, which is better than not answering at all.
 */
@Component
class TableCreation implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(TableCreation.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final LikeTable table;

	private final LikesProperties.DynamoDb properties;

	TableCreation(LikeTable table, LikesProperties properties) {
		this.table = table;
		this.properties = properties.dynamodb();
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.table.create()
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
				.filter((failure) -> failure instanceof SdkException)
				.doBeforeRetry(this::sayNowAndThen))
			.timeout(this.properties.startTimeout())
			.doOnSuccess((done) -> logger.info("Table {} is ready", this.properties.table()))
			.onErrorResume((failure) -> {
				logger.error("No table {} after {}: likes will fail until DynamoDB at {} has it",
						this.properties.table(), this.properties.startTimeout(), this.properties.endpoint(), failure);
				return Mono.empty();
			})
			.block();
	}

	private void sayNowAndThen(Retry.RetrySignal retry) {
		if (retry.totalRetries() % 10 == 0) {
			logger.info("Waiting for DynamoDB at {}", this.properties.endpoint());
		}
	}

}
