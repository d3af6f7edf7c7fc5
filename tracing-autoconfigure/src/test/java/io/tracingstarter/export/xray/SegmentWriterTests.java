package io.tracingstarter.export.xray;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link SegmentWriter} makes of spans, to the byte where that matters.
 */
class SegmentWriterTests {

	private static final Resource SERVICE = Resource.create(Attributes.builder()
		.put("service.name", "like-service")
		.put("service.version", "1.2.3")
		.put("telemetry.sdk.name", "opentelemetry")
		.put("telemetry.sdk.language", "java")
		.put("telemetry.sdk.version", "1.62.0")
		.build());

	@Test
	void shouldWriteRequestOfSpringAsSegment() {
		SpanData span = server()
			.setAttributes(Attributes.builder()
				.put("method", "GET")
				.put("status", "200")
				.put("uri", "/mysfits/{id}")
				.put("http.url", "/mysfits/7")
				.put("exception", "none")
				.put("correlation_id", "abc-1")
				.put("enduser.id", "ada")
				.build())
			.build();
		assertThat(Documents.texts(span)).containsExactly("{\"name\":\"like-service\",\"id\":\"" + TestSpans.SPAN_ID
				+ "\",\"trace_id\":\"1-0af76519-16cd43dd8448eb211c80319c\",\"start_time\":1795168800.123456789,"
				+ "\"end_time\":1795168800.135802467,\"http\":{\"request\":{\"method\":\"GET\",\"url\":\"/mysfits/7\"},"
				+ "\"response\":{\"status\":200}},\"user\":\"ada\",\"service\":{\"version\":\"1.2.3\"},"
				+ "\"aws\":{\"xray\":{\"sdk\":\"opentelemetry for java\",\"sdk_version\":\"1.62.0\","
				+ "\"auto_instrumentation\":false}},\"annotations\":{\"correlation_id\":\"abc-1\"},"
				+ "\"metadata\":{\"default\":{\"enduser.id\":\"ada\",\"exception\":\"none\",\"uri\":\"/mysfits/{id}\","
				+ "\"otel.resource.service.name\":\"like-service\",\"otel.resource.service.version\":\"1.2.3\","
				+ "\"otel.resource.telemetry.sdk.language\":\"java\",\"otel.resource.telemetry.sdk.name\":\"opentelemetry\","
				+ "\"otel.resource.telemetry.sdk.version\":\"1.62.0\"}}}");
	}

	@Test
	void shouldBelongToCallerWhenRequestHasOne() {
		JsonNode segment = Documents.single(server().setParentSpanContext(parent(true)).build());
		assertThat(segment.path("parent_id").asString()).isEqualTo(TestSpans.PARENT_ID);
		assertThat(segment.has("type")).isFalse();
	}

	@Test
	void shouldWriteCallAsRemoteSubsegment() {
		JsonNode call = Documents
			.single(client("server.address", "mysfits-service", "url.full", "http://mysfits-service:8081/mysfits/7",
					"http.request.method", "GET", "http.response.status_code", "503"));
		assertThat(call.path("type").asString()).isEqualTo("subsegment");
		assertThat(call.path("name").asString()).isEqualTo("mysfits-service");
		assertThat(call.path("namespace").asString()).isEqualTo("remote");
		assertThat(call.at("/http/request/url").asString()).isEqualTo("http://mysfits-service:8081/mysfits/7");
		assertThat(call.at("/http/response/status").asInt()).isEqualTo(503);
		assertThat(call.path("fault").asBoolean()).isTrue();
		assertThat(call.has("error")).isFalse();
		assertThat(call.has("service")).isFalse();
		assertThat(call.at("/metadata/default").propertyNames()).containsExactly("server.address");
	}

	@Test
	void shouldWriteCallToAwsWithItsOperation() {
		JsonNode call = Documents.single(client(Attributes.builder()
			.put("rpc.system", "aws-api")
			.put("rpc.service", "DynamoDb")
			.put("rpc.method", "UpdateItem")
			.put("cloud.region", "eu-central-1")
			.put("aws.request_id", "R1")
			.put(AttributeKey.stringArrayKey("aws.dynamodb.table_names"), List.of("likes", "more"))
			.build()));
		assertThat(call.path("name").asString()).isEqualTo("DynamoDb");
		assertThat(call.path("namespace").asString()).isEqualTo("aws");
		JsonNode aws = call.path("aws");
		assertThat(aws.path("operation").asString()).isEqualTo("UpdateItem");
		assertThat(aws.path("region").asString()).isEqualTo("eu-central-1");
		assertThat(aws.path("request_id").asString()).isEqualTo("R1");
		assertThat(aws.path("table_name").asString()).isEqualTo("likes");
	}

	@Test
	void shouldWriteQueryAsSql() {
		JsonNode query = Documents
			.single(client("db.system.name", "postgresql", "db.namespace", "mysfits", "db.query.text",
					"SELECT name FROM mysfit WHERE id = ?", "server.address", "db1", "server.port", "5432"));
		assertThat(query.path("name").asString()).isEqualTo("mysfits@db1");
		assertThat(query.path("sql")).isEqualTo(Documents.read("""
				{"url": "db1:5432/mysfits", "sanitized_query": "SELECT name FROM mysfit WHERE id = ?",
				 "database_type": "postgresql"}
				"""));
	}

	@Test
	void shouldWriteNoSqlForDatabaseWithoutIt() {
		assertThat(Documents.single(client("db.system.name", "redis", "db.query.text", "GET a")).has("sql")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "PRODUCER", "CONSUMER", "CLIENT" })
	void shouldHoldWhatBeginsWithoutRequestInSegment(SpanKind kind) {
		List<JsonNode> documents = Documents.of(server().setKind(kind)
			.setParentSpanContext(parent(true))
			.setAttributes(Attributes.builder().put("messaging.destination.name", "likes").build())
			.build());
		assertThat(documents).hasSize(2);
		JsonNode segment = documents.get(0);
		JsonNode subsegment = documents.get(1);
		assertThat(segment.path("name").asString()).isEqualTo("like-service");
		assertThat(segment.path("parent_id").asString()).isEqualTo(TestSpans.PARENT_ID);
		assertThat(segment.has("type")).isFalse();
		assertThat(subsegment.path("name").asString()).isEqualTo("likes");
		assertThat(subsegment.path("type").asString()).isEqualTo("subsegment");
		assertThat(subsegment.path("parent_id")).isEqualTo(segment.path("id"));
		assertThat(subsegment.path("id").asString()).isEqualTo(TestSpans.SPAN_ID);
		assertThat(segment.path("id").asString()).matches("[0-9a-f]{16}").isNotEqualTo(TestSpans.SPAN_ID);
	}

	@ParameterizedTest
	@CsvSource({ "200, OK, ''", "404, UNSET, error", "429, UNSET, error throttle", "500, UNSET, fault",
			"200, ERROR, fault", "404, ERROR, error", "none, ERROR, fault", "99999, UNSET, ''" })
	void shouldSayWhoseFaultItWas(String status, String code, String flags) {
		StatusData data = switch (code) {
			case "ERROR" -> StatusData.error();
			case "OK" -> StatusData.ok();
			default -> StatusData.unset();
		};
		JsonNode segment = Documents
			.single(server().setStatus(data).setAttributes(Attributes.builder().put("status", status).build()).build());
		List<String> set = List.of("error", "throttle", "fault").stream().filter(segment::has).toList();
		assertThat(String.join(" ", set)).isEqualTo(flags);
	}

	@ParameterizedTest
	@CsvSource({ "aws_ecs, ec2, AWS::ECS::EC2", "aws_ecs, FARGATE, AWS::ECS::Fargate",
			"aws_ecs, '', AWS::ECS::Container", "aws_ec2, '', AWS::EC2::Instance", "aws_eks, '', AWS::EKS::Container",
			"aws_app_runner, '', AWS::AppRunner::Service",
			"aws_elastic_beanstalk, '', AWS::ElasticBeanstalk::Environment", "azure_vm, '', " })
	void shouldSayWhereTheServiceRuns(String platform, String launchType, String origin) {
		Resource resource = SERVICE.merge(Resource.create(Attributes.builder()
			.put("cloud.platform", platform)
			.put("aws.ecs.launchtype", launchType)
			.put("host.id", "i-1")
			.build()));
		JsonNode segment = Documents.single(server().setResource(resource).build());
		assertThat(segment.path("origin").asString(null)).isEqualTo(origin);
		assertThat(segment.at("/aws/ec2/instance_id").asString("")).isEqualTo(platform.startsWith("aws_") ? "i-1" : "");
	}

	@Test
	void shouldWriteLinks() {
		SpanContext other = SpanContext.create("1".repeat(32), "2".repeat(16), TraceFlags.getSampled(),
				TraceState.getDefault());
		JsonNode segment = Documents.single(server().setLinks(List.of(LinkData.create(other))).build());
		assertThat(segment.path("links")).isEqualTo(Documents
			.read("[{\"trace_id\": \"1-11111111-" + "1".repeat(24) + "\", \"id\": \"2222222222222222\"}]"));
	}

	@Test
	void shouldAnnotateWhatIsConfiguredUnderNamesThatXRayTakes() {
		JsonNode segment = Documents.single(server()
			.setAttributes(Attributes.builder().put("shop.order-id", 42).put("vip", true).put("other", 1.5).build())
			.build(), "shop.order-id", "vip");
		assertThat(segment.path("annotations")).isEqualTo(Documents.read("{\"shop_order_id\": 42, \"vip\": true}"));
		assertThat(segment.at("/metadata/default/other").asDouble()).isEqualTo(1.5);
		assertThat(segment.at("/metadata/default").has("vip")).isFalse();
	}

	static TestSpanData.Builder server() {
		return TestSpans.data().setResource(SERVICE);
	}

	static SpanData client(String... attributes) {
		var builder = Attributes.builder();
		for (int i = 0; i < attributes.length; i += 2) {
			builder.put(attributes[i], attributes[i + 1]);
		}
		return client(builder.build());
	}

	static SpanData client(Attributes attributes) {
		return server().setKind(SpanKind.CLIENT)
			.setName("call")
			.setParentSpanContext(parent(false))
			.setAttributes(attributes)
			.build();
	}

	private static SpanContext parent(boolean remote) {
		return remote ? SpanContext.createFromRemoteParent(TestSpans.TRACE_ID, TestSpans.PARENT_ID,
				TraceFlags.getSampled(), TraceState.getDefault())
				: TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID);
	}

}
