package io.tracingstarter.cli.source.xray;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link SegmentDecoder}.
 */
class SegmentDecoderTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SEGMENT = """
			{"id":"1000000000000001","name":"mysfits-web","trace_id":"1-4bf92f35-77b34da6a3ce929d0e0e4736",
			 "start_time":1478293361.271123,"end_time":1.478293361449E9,"fault":true,"origin":"AWS::ECS::Fargate",
			 "service":{"version":"2.1"},"user":"ada",
			 "http":{"request":{"method":"GET","url":"https://m.example/likes/7?x=1","client_ip":"10.0.0.1"},
			         "response":{"status":500,"content_length":12}},
			 "annotations":{"correlation_id":"order-1","retries":3,"paid":true},
			 "metadata":{"default":{"thread":"main","list":[1,2]},"shop":{"cart":9}},
			 "cause":"e1",
			 "subsegments":[
			  {"id":"1000000000000002","name":"DynamoDB","start_time":1478293361.3,"end_time":1478293361.4,
			   "namespace":"aws","throttle":true,"error":true,
			   "aws":{"operation":"GetItem","region":"eu-west-1","table_name":"likes","request_id":"R"},
			   "cause":{"exceptions":[
			    {"id":"e1","type":"java.lang.IllegalStateException","message":"no likes","cause":"e2","truncated":3,
			     "stack":[{"path":"Likes.java","line":12,"label":"Likes.get"}]},
			    {"id":"e2","type":"java.io.IOException","message":"reset"}]},
			   "subsegments":[{"id":"1000000000000003","name":"inner","start_time":1478293361.31}]},
			  {"id":"1000000000000004","name":"likes@db","start_time":1478293361.3,"in_progress":true,
			   "namespace":"remote","sql":{"sanitized_query":"select 1","database_type":"PostgreSQL","user":"u"}}]}""";

	@Test
	void shouldReadASegmentWithSubsegments() {
		Map<String, Span> spans = decode(SEGMENT);
		Span segment = spans.get("1000000000000001");
		assertThat(segment.name()).isEqualTo("GET /likes/7");
		assertThat(segment.kind()).isEqualTo(SpanKind.SERVER);
		assertThat(segment.service()).isEqualTo("mysfits-web");
		assertThat(segment.parentSpanId()).isNull();
		assertThat(segment.startNanos()).isEqualTo(1478293361271123000L);
		assertThat(segment.endNanos()).isEqualTo(1478293361449000000L);
		assertThat(segment.status()).isEqualTo(SpanStatus.ERROR);
		assertThat(segment.correlationId()).isEqualTo("order-1");
		assertThat(segment.attributes()).contains(entry("retries", "3"), entry("paid", "true"),
				entry("http.response.status_code", "500"), entry("url.full", "https://m.example/likes/7?x=1"),
				entry("client.address", "10.0.0.1"), entry("thread", "main"), entry("list", "[1,2]"),
				entry("shop.cart", "9"), entry("user.id", "ada"), entry("service.version", "2.1"),
				entry("aws.xray.origin", "AWS::ECS::Fargate"), entry("aws.xray.fault", "true"));
	}

	@Test
	void shouldReadCallsOfSubsegments() {
		Map<String, Span> spans = decode(SEGMENT);
		Span call = spans.get("1000000000000002");
		assertThat(call.name()).isEqualTo("DynamoDB.GetItem");
		assertThat(call.kind()).isEqualTo(SpanKind.CLIENT);
		assertThat(call.service()).isEqualTo("mysfits-web");
		assertThat(call.parentSpanId()).isEqualTo("1000000000000001");
		assertThat(call.attributes()).contains(entry("cloud.region", "eu-west-1"),
				entry("aws.dynamodb.table_names", "likes"), entry("aws.request_id", "R"));
		Span inner = spans.get("1000000000000003");
		assertThat(inner.parentSpanId()).isEqualTo("1000000000000002");
		assertThat(inner.kind()).isEqualTo(SpanKind.INTERNAL);
		Span query = spans.get("1000000000000004");
		assertThat(query.durationNanos()).isZero();
		assertThat(query.attributes()).contains(entry("db.query.text", "select 1"),
				entry("db.system.name", "PostgreSQL"), entry("aws.xray.in_progress", "true"));
	}

	@Test
	void shouldReadExceptionsAndReferencesToThem() {
		Map<String, Span> spans = decode(SEGMENT);
		Span call = spans.get("1000000000000002");
		assertThat(call.statusMessage()).isEqualTo("no likes");
		assertThat(call.events()).singleElement().satisfies((event) -> {
			assertThat(event.name()).isEqualTo("exception");
			assertThat(event.nanos()).isEqualTo(1478293361400000000L);
			assertThat(event.attributes()).containsOnly(entry("exception.type", "java.lang.IllegalStateException"),
					entry("exception.message", "no likes"),
					entry("exception.stacktrace", "java.lang.IllegalStateException: no likes\n"
							+ "\tat Likes.get(Likes.java:12)\n\t... 3 more\nCaused by: java.io.IOException: reset\n"));
		});
		assertThat(spans.get("1000000000000001").events()).hasSize(1);
	}

	@Test
	void shouldJoinIndependentSubsegmentsAndStates() {
		Map<String, Span> spans = decode(
				"{\"id\":\"2000000000000001\",\"name\":\"api\",\"parent_id\":\"1000000000000002\","
						+ "\"start_time\":1,\"in_progress\":true}",
				"{\"id\":\"2000000000000001\",\"name\":\"api\",\"parent_id\":\"1000000000000002\","
						+ "\"start_time\":1,\"end_time\":2,\"error\":true,\"http\":{\"request\":{},\"response\":{\"status\":404}}}",
				"{\"id\":\"2000000000000002\",\"name\":\"work\",\"type\":\"subsegment\","
						+ "\"parent_id\":\"2000000000000001\",\"start_time\":1,\"end_time\":2}");
		Span segment = spans.get("2000000000000001");
		assertThat(segment.durationNanos()).isEqualTo(1_000_000_000L);
		assertThat(segment.kind()).isEqualTo(SpanKind.SERVER);
		assertThat(segment.status()).isEqualTo(SpanStatus.UNSET);
		assertThat(segment.parentSpanId()).isEqualTo("1000000000000002");
		assertThat(spans.get("2000000000000002").service()).isEqualTo("api");
	}

	@Test
	void shouldLeaveOutInferredSegmentsOfKnownCalls() {
		String inferred = "{\"id\":\"3000000000000001\",\"name\":\"DynamoDB\",\"inferred\":true,\"start_time\":1,"
				+ "\"parent_id\":\"1000000000000002\"}";
		assertThat(decode(SEGMENT, inferred)).hasSize(4);
		assertThat(decode(inferred).values()).singleElement()
			.satisfies((span) -> assertThat(span.kind()).isEqualTo(SpanKind.CLIENT));
	}

	@Test
	void shouldSurviveHostileDocuments() {
		SegmentTrace trace = new SegmentTrace();
		String ok = "{\"id\":\"4000000000000001\",\"name\":\"a\",\"start_time\":%s}";
		List<String> documents = List.of("", "[]", "null", "{", "{\"id\":7}", "[".repeat(100_000),
				ok.formatted("1e999999999"), ok.formatted("-1"), ok.formatted("\"x\""), ok.formatted("{}"),
				"{\"id\":\"XYZ\",\"start_time\":1}");
		documents.forEach(trace::add);
		trace.add(null);
		assertThat(trace.unreadable()).isEqualTo(12);
		trace.add("{\"id\":\"4000000000000001\",\"parent_id\":\"4000000000000002\",\"start_time\":1e-999999999,"
				+ "\"end_time\":\"never\",\"subsegments\":7,\"cause\":{\"exceptions\":{\"id\":1}},\"metadata\":[1],"
				+ "\"type\":\"subsegment\",\"http\":\"x\",\"annotations\":null}");
		trace.add("{\"id\":\"4000000000000002\",\"parent_id\":\"4000000000000001\",\"start_time\":1,"
				+ "\"type\":\"subsegment\",\"cause\":{\"exceptions\":[{\"id\":\"a\",\"cause\":\"a\"}]}}");
		assertThat(SegmentDecoder.decode(TRACE, trace)).hasSize(2);
	}

	private static Map<String, Span> decode(String... documents) {
		SegmentTrace trace = new SegmentTrace();
		List.of(documents).forEach(trace::add);
		assertThat(trace.unreadable()).isZero();
		return SegmentDecoder.decode(TRACE, trace)
			.stream()
			.collect(Collectors.toMap(Span::spanId, Function.identity()));
	}

}
