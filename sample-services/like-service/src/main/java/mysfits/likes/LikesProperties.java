package mysfits.likes;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this service finds the others.
 *
 * @param catalogueUrl base address of mysfits-service
 * @param catalogueTimeout how long an answer of mysfits-service may take
 * @param dynamodb the table of likes
 */
@ConfigurationProperties("likes")
record LikesProperties(@DefaultValue("http://127.0.0.1:8081") URI catalogueUrl,
		@DefaultValue("4s") Duration catalogueTimeout, @DefaultValue DynamoDb dynamodb) {

	/**
	 * The table of likes.
	 *
	 * @param endpoint address of DynamoDB
	 * @param region the region that requests are signed for
	 * @param accessKey key that requests are signed with; DynamoDB Local takes any
	 * @param secretKey secret that requests are signed with; DynamoDB Local takes any
	 * @param table the table's name
	 * @param startTimeout how long the start of this service waits for DynamoDB before it
	 * goes on without
	 */
	record DynamoDb(@DefaultValue("http://127.0.0.1:8000") URI endpoint, @DefaultValue("eu-central-1") String region,
			@DefaultValue("local") String accessKey, @DefaultValue("local") String secretKey,
			@DefaultValue("mysfit-likes") String table, @DefaultValue("30s") Duration startTimeout) {

	}

}
