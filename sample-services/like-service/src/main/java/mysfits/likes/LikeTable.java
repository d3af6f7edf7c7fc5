package mysfits.likes;

import java.util.Map;

import reactor.core.publisher.Mono;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import org.springframework.stereotype.Component;

/**
 * The table of likes in DynamoDB: one item a creature, counted up atomically.
 */
@Component
class LikeTable {

	private static final String KEY = "mysfit";

	private static final String COUNT = "likes";

	private final DynamoDbAsyncClient dynamodb;

	private final String table;

	LikeTable(DynamoDbAsyncClient dynamodb, LikesProperties properties) {
		this.dynamodb = dynamodb;
		this.table = properties.dynamodb().table();
	}

	Mono<Likes> increment(int id) {
		return Mono.fromFuture(() -> this.dynamodb.updateItem((update) -> update.tableName(this.table)
			.key(key(id))
			.updateExpression("add " + COUNT + " :one")
			.expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
			.returnValues(ReturnValue.UPDATED_NEW))).map((response) -> likes(id, response.attributes()));
	}

	Mono<Likes> find(int id) {
		return Mono
			.fromFuture(
					() -> this.dynamodb.getItem((get) -> get.tableName(this.table).key(key(id)).consistentRead(true)))
			.map((response) -> likes(id, response.item()));
	}

	/**
	 * Creates the table; completes also when it was there before.
	 */
	Mono<Void> create() {
		CreateTableRequest request = CreateTableRequest.builder()
			.tableName(this.table)
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName(KEY).attributeType(ScalarAttributeType.N).build())
			.keySchema(KeySchemaElement.builder().attributeName(KEY).keyType(KeyType.HASH).build())
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.build();
		return Mono.fromFuture(() -> this.dynamodb.createTable(request))
			.onErrorComplete(ResourceInUseException.class)
			.then();
	}

	private static Map<String, AttributeValue> key(int id) {
		return Map.of(KEY, AttributeValue.fromN(Integer.toString(id)));
	}

	private static Likes likes(int id, Map<String, AttributeValue> item) {
		AttributeValue count = item.get(COUNT);
		return new Likes(id, (count != null) ? Long.parseLong(count.n()) : 0);
	}

}
