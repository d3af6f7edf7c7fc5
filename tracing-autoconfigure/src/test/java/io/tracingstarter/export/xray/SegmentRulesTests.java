package io.tracingstarter.export.xray;

import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each rule by which a span becomes a document, with the whole document.
 */
class SegmentRulesTests {

	/** What every document of these spans has. */
	private static final String ALWAYS = """
			{'id': 'b7ad6b7169203331', 'trace_id': '1-0af76519-16cd43dd8448eb211c80319c',
			 'start_time': 1795168800.123456789, 'end_time': 1795168800.135802467}
			""";

	private static final String CALL = "'type': 'subsegment', 'parent_id': '00f067aa0ba902b7', 'namespace': 'remote'";

	static Stream<Arguments> rules() {
		return Stream.of(Stream.of(
				// kind
				rule("server without parent", server(), "{'name': 'GET /mysfits'}"),
				rule("server with remote parent", server().setParentSpanContext(parent(true)),
						"{'name': 'GET /mysfits', 'parent_id': '00f067aa0ba902b7'}"),
				rule("server with local parent", server().setParentSpanContext(parent(false)),
						"{'name': 'GET /mysfits', 'parent_id': '00f067aa0ba902b7'}"),
				rule("internal with parent", child(SpanKind.INTERNAL),
						"{'name': 'GET /mysfits', 'type': 'subsegment', 'parent_id': '00f067aa0ba902b7'}"),
				rule("internal without parent", server().setKind(SpanKind.INTERNAL), "{'name': 'GET /mysfits'}"),
				rule("client", child(SpanKind.CLIENT), "{'name': 'GET /mysfits', " + CALL + "}"),
				// user, service, origin
				rule("user", server("enduser.id", "ada"),
						"{'name': 'GET /mysfits', 'user': 'ada', 'metadata': {'default': {'enduser.id': 'ada'}}}"),
				rule("service", server().setResource(resource("service.name", "likes", "service.version", "1")), """
						{'name': 'likes', 'service': {'version': '1'}, 'metadata': {'default':
						 {'otel.resource.service.name': 'likes', 'otel.resource.service.version': '1'}}}
						""")), names(), calls(), blocks())
			.flatMap((rules) -> rules);
	}

	private static Stream<Arguments> names() {
		return Stream.of(name("aws.local.service", server("aws.local.service", "local"), "local", ""),
				name("aws.remote.service", call("aws.remote.service", "a", "peer.service", "b"), "a", CALL),
				name("peer.service", call("peer.service", "b", "rpc.service", "c"), "b", CALL),
				name("db.name@host", call("db.name", "shop", "server.address", "db1"), "shop@db1", CALL),
				name("rpc.service", call("rpc.service", "c", "server.address", "d"), "c", CALL),
				name("http.host", call("http.host", "d", "net.peer.name", "e"), "d", CALL),
				name("server.address", call("server.address", "d", "net.peer.name", "e"), "d", CALL),
				name("net.peer.name", call("net.peer.name", "e"), "e", CALL),
				name("characters", call("server.address", "a<b>c{d}?é_.:/%&#=+\\-@ 1"), "abcdé_.:/%&#=+\\\\-@ 1", CALL),
				name("only forbidden characters", call("server.address", "<>"), "span", CALL),
				name("200 bytes", call("server.address", "é".repeat(150)), "é".repeat(100), CALL));
	}

	private static Stream<Arguments> calls() {
		return Stream.of(
				rule("AWS SDK",
						call("rpc.system", "aws-api", "rpc.service", "Sqs", "rpc.method", "SendMessage", "aws.region",
								"eu-west-1", "aws.request_id", "R1", "aws.queue_url", "https://sqs/q"),
						"""
								{'name': 'Sqs', 'type': 'subsegment', 'parent_id': '00f067aa0ba902b7', 'namespace': 'aws',
								 'aws': {'operation': 'SendMessage', 'region': 'eu-west-1', 'request_id': 'R1',
								         'queue_url': 'https://sqs/q'},
								 'metadata': {'default': {'rpc.service': 'Sqs', 'rpc.system': 'aws-api'}}}
								"""),
				rule("aws.service", call("aws.service", "DynamoDb", "aws.table_name", "likes"), """
						{'name': 'DynamoDb', 'type': 'subsegment', 'parent_id': '00f067aa0ba902b7', 'namespace': 'aws',
						 'aws': {'table_name': 'likes'}, 'metadata': {'default': {'aws.service': 'DynamoDb'}}}
						"""),
				rule("SQL",
						call("db.system", "mysql", "db.name", "shop", "db.user", "app", "db.statement", "SELECT ?",
								"db.connection_string", "jdbc:mysql://db1/shop"),
						"""
								{'name': 'shop', %s,
								 'sql': {'url': 'jdbc:mysql://db1/shop', 'sanitized_query': 'SELECT ?',
								         'database_type': 'mysql', 'user': 'app'},
								 'metadata': {'default': {'db.connection_string': 'jdbc:mysql://db1/shop', 'db.name': 'shop'}}}
								"""
							.formatted(CALL)),
				rule("SQL outside of a subsegment", server("db.system", "mysql"), """
						{'name': 'GET /mysfits', 'metadata': {'default': {'db.system': 'mysql'}}}
						"""), rule("HTTP call, earlier conventions",
						call("http.method", "GET", "http.url", "http://s/1", "http.status_code", "404"), """
								{'name': 'GET /mysfits', %s, 'http': {'request': {'method': 'GET', 'url': 'http://s/1'},
								 'response': {'status': 404}}, 'error': true}
								""".formatted(CALL)));
	}

	private static Stream<Arguments> blocks() {
		return Stream.of(
				rule("HTTP request, today's conventions",
						server("http.request.method", "PUT", "url.scheme", "https", "server.address", "shop",
								"url.path", "/a", "user_agent.original", "curl", "client.address", "1.2.3.4",
								"http.response.status_code", "429", "http.response.body.size", "12"),
						"""
								{'name': 'GET /mysfits', 'error': true, 'throttle': true,
								 'http': {'request': {'method': 'PUT', 'url': 'https://shop/a', 'user_agent': 'curl',
								          'client_ip': '1.2.3.4', 'x_forwarded_for': true},
								          'response': {'status': 429, 'content_length': 12}},
								 'metadata': {'default': {'server.address': 'shop'}}}
								"""),
				rule("HTTP request, peer",
						server("http.method", "GET", "network.peer.address", "1.2.3.4", "status", "500"),
						"""
								{'name': 'GET /mysfits', 'fault': true,
								 'http': {'request': {'method': 'GET', 'client_ip': '1.2.3.4'}, 'response': {'status': 500}}}
								"""),
				rule("status of a call",
						child(SpanKind.CLIENT).setStatus(StatusData.create(StatusCode.ERROR, "refused")), """
								{'name': 'GET /mysfits', %s, 'fault': true, 'cause': {'exceptions':
								 [{'id': 'e9c0890bf51b2c35', 'message': 'refused', 'remote': true}]}}
								""".formatted(CALL)),
				rule("exception", server().setStatus(StatusData.error())
					.setEvents(List.of(EventData.create(1, "exception",
							attributes("exception.type", "a.B", "exception.message", "c", "exception.stacktrace",
									"a.B: c\n\tat a.B.c(B.java:7)\nCaused by: d.E: f\n")))),
						"""
								{'name': 'GET /mysfits', 'fault': true, 'cause': {'exceptions':
								 [{'id': 'e9c0890bf51b2c35', 'type': 'a.B', 'message': 'c', 'cause': 'e9c0890bf51b2c36',
								   'stack': [{'path': 'B.java', 'line': 7, 'label': 'a.B.c'}]},
								  {'id': 'e9c0890bf51b2c36', 'type': 'd.E', 'message': 'f'}]}}
								"""),
				rule("Elastic Beanstalk",
						server().setResource(resource("cloud.platform", "aws_elastic_beanstalk", "service.namespace",
								"shop-prod", "service.version", "v7", "service.instance.id", "32")),
						"""
								{'name': 'GET /mysfits', 'origin': 'AWS::ElasticBeanstalk::Environment',
								 'service': {'version': 'v7'}, 'aws': {'elastic_beanstalk':
								  {'environment_name': 'shop-prod', 'version_label': 'v7', 'deployment_id': 32}},
								 'metadata': {'default': {'otel.resource.cloud.platform': 'aws_elastic_beanstalk',
								  'otel.resource.service.instance.id': '32',
								  'otel.resource.service.namespace': 'shop-prod', 'otel.resource.service.version': 'v7'}}}
								"""),
				rule("ECS", server().setResource(resource("cloud.platform", "aws_ecs", "aws.ecs.launchtype", "fargate",
						"aws.ecs.task.family", "shop", "aws.log.group.names", "/ecs/shop", "cloud.account.id", "42")),
						"""
								{'name': 'GET /mysfits', 'origin': 'AWS::ECS::Fargate', 'aws': {'account_id': '42',
								 'ecs': {'task_family': 'shop', 'launch_type': 'fargate'},
								 'cloudwatch_logs': [{'log_group': '/ecs/shop'}]},
								 'metadata': {'default': {'otel.resource.aws.ecs.launchtype': 'fargate',
								  'otel.resource.aws.ecs.task.family': 'shop',
								  'otel.resource.aws.log.group.names': '/ecs/shop',
								  'otel.resource.cloud.account.id': '42', 'otel.resource.cloud.platform': 'aws_ecs'}}}
								"""),
				rule("EKS",
						server().setResource(resource("cloud.platform", "aws_eks", "k8s.cluster.name", "c",
								"k8s.pod.name", "p", "container.id", "x")),
						"""
								{'name': 'GET /mysfits', 'origin': 'AWS::EKS::Container',
								 'aws': {'eks': {'cluster_name': 'c', 'pod': 'p', 'container_id': 'x'}},
								 'metadata': {'default': {'otel.resource.cloud.platform': 'aws_eks',
								  'otel.resource.container.id': 'x', 'otel.resource.k8s.cluster.name': 'c',
								  'otel.resource.k8s.pod.name': 'p'}}}
								"""),
				rule("annotations and metadata",
						server("correlation_id", "abc", "shop.order", "7", "AWS.x", "1", "y", "2"), """
								{'name': 'GET /mysfits', 'annotations': {'correlation_id': 'abc', 'shop_order': '7'},
								 'metadata': {'default': {'_AWS.x': '1', 'y': '2'}}}
								"""),
				rule("links", server().setLinks(List.of(LinkData.create(parent(true)))), """
						{'name': 'GET /mysfits', 'links':
						 [{'trace_id': '1-0af76519-16cd43dd8448eb211c80319c', 'id': '00f067aa0ba902b7'}]}
						"""));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void shouldWriteTheWholeDocument(String rule, TestSpanData.Builder span, String expected) {
		ObjectNode whole = (ObjectNode) Documents.read(ALWAYS.replace('\'', '"'));
		whole.setAll((ObjectNode) Documents.read(expected.replace('\'', '"')));
		JsonNode document = Documents.single(span.build(), "shop.order");
		assertThat(document).isEqualTo(whole);
	}

	private static Arguments rule(String rule, TestSpanData.Builder span, String document) {
		return arguments(rule, span, document);
	}

	/** A rule about the name, where all attributes are metadata. */
	private static Arguments name(String rule, TestSpanData.Builder span, String name, String more) {
		StringBuilder metadata = new StringBuilder();
		span.build()
			.getAttributes()
			.forEach((key, value) -> metadata.append(metadata.isEmpty() ? "" : ", ")
				.append("'" + key.getKey() + "': '" + value.toString().replace("\\", "\\\\") + "'"));
		return rule(rule, span, "{'name': '" + name + "'" + (more.isEmpty() ? "" : ", " + more)
				+ ", 'metadata': {'default': {" + metadata + "}}}");
	}

	private static TestSpanData.Builder server(String... attributes) {
		return TestSpans.data().setResource(Resource.empty()).setAttributes(attributes(attributes));
	}

	private static TestSpanData.Builder call(String... attributes) {
		return child(SpanKind.CLIENT).setAttributes(attributes(attributes));
	}

	private static TestSpanData.Builder child(SpanKind kind) {
		return server().setKind(kind).setParentSpanContext(parent(false));
	}

	private static Resource resource(String... attributes) {
		return Resource.create(attributes(attributes));
	}

	private static Attributes attributes(String... attributes) {
		AttributesBuilder builder = Attributes.builder();
		for (int i = 0; i < attributes.length; i += 2) {
			builder.put(attributes[i], attributes[i + 1]);
		}
		return builder.build();
	}

	private static SpanContext parent(boolean remote) {
		return remote ? SpanContext.createFromRemoteParent(TestSpans.TRACE_ID, TestSpans.PARENT_ID,
				TraceFlags.getSampled(), TraceState.getDefault())
				: TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID);
	}

}
