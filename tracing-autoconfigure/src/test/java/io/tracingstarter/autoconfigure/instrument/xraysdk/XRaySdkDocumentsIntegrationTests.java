package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import io.tracingstarter.autoconfigure.instrument.xraysdk.XRaySdkApplication.Job;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.UdpInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what arrives at the daemons: at the exporter's each document once, and at the
 * SDK's nothing.
 */
class XRaySdkDocumentsIntegrationTests {

	private static final String SDK_ADDRESS = "com.amazonaws.xray.emitters.daemonAddress";

	private final UdpInbox daemon = new UdpInbox();

	private final UdpInbox sdk = new UdpInbox();

	private final AWSXRayRecorder before = AWSXRay.getGlobalRecorder();

	@BeforeEach
	void sendToSdkInbox() {
		System.setProperty(SDK_ADDRESS, this.sdk.address());
		AWSXRay.setGlobalRecorder(AWSXRayRecorderBuilder.defaultRecorder());
	}

	@AfterEach
	void putBack() {
		System.clearProperty(SDK_ADDRESS);
		AWSXRay.setGlobalRecorder(this.before);
		this.daemon.close();
		this.sdk.close();
	}

	@Test
	void shouldSendEachDocumentOnceAndNothingThroughTheSdk() {
		try (RunningApplication application = application()) {
			HttpResponse<String> response = application.get("/annotated", "X-Correlation-ID", "order-4711");
			List<JsonNode> documents = documents(2);
			JsonNode segment = documents.stream().filter((document) -> !document.has("type")).findFirst().orElseThrow();
			JsonNode order = documents.stream().filter((document) -> document.has("type")).findFirst().orElseThrow();
			String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
			assertThat(documents).allSatisfy((document) -> assertThat(document.get("trace_id").asString())
				.isEqualTo("1-" + traceId.substring(0, 8) + "-" + traceId.substring(8)));
			assertThat(segment.get("name").asString()).isEqualTo("shop");
			assertThat(segment.get("user").asString()).isEqualTo("carol");
			assertThat(segment.get("annotations").toString())
				.isEqualTo("{\"correlation_id\":\"order-4711\",\"tenant\":\"north\"}");
			assertThat(order.get("name").asString()).isEqualTo("order");
			assertThat(order.get("parent_id")).isEqualTo(segment.get("id"));
			assertThat(order.at("/annotations/order_id").isIntegralNumber()).isTrue();
			assertThat(order.at("/annotations/gift").asBoolean()).isTrue();
			assertThat(order.at("/annotations/correlation_id").asString()).isEqualTo("order-4711");
			assertThat(order.get("metadata").toString())
				.isEqualTo("{\"default\":{\"cart\":{\"unitCount\":3}},\"debug\":{\"self\":\"endless\"}}");
		}
		assertThat(this.daemon.sentBefore()).isEmpty();
		assertThat(this.sdk.sentBefore()).isEmpty();
	}

	@Test
	void shouldWriteBlocksOfCalls() {
		try (RunningApplication application = application()) {
			application.get("/called");
			List<JsonNode> documents = documents(4);
			JsonNode call = named("warehouse", documents);
			assertThat(call.get("namespace").asString()).isEqualTo("remote");
			assertThat(call.get("http").toString())
				.isEqualTo("{\"request\":{\"method\":\"POST\",\"url\":\"https://warehouse.test/items\"},"
						+ "\"response\":{\"status\":429,\"content_length\":12}}");
			assertThat(call.get("throttle").asBoolean() && call.get("error").asBoolean() && !call.has("fault"))
				.isTrue();
			JsonNode query = named("orders@db", documents);
			assertThat(query.get("sql").toString()).isEqualTo("{\"url\":\"jdbc:postgresql://db/orders\","
					+ "\"sanitized_query\":\"SELECT 1\",\"database_type\":\"postgresql\"}");
			JsonNode aws = named("DynamoDB", documents);
			assertThat(aws.get("namespace").asString()).isEqualTo("aws");
			assertThat(aws.at("/aws/operation").asString()).isEqualTo("GetItem");
			assertThat(aws.at("/aws/table_name").asString()).isEqualTo("mysfits");
			assertThat(aws.get("fault").asBoolean()).isTrue();
		}
	}

	@Test
	void shouldLeaveSdkAsItIsWhenSwitchedOff() {
		for (String off : List.of("tracing.instrument.xray-sdk.enabled=false", "tracing.enabled=false")) {
			try (RunningApplication application = RunningApplication.servlet(XRaySdkApplication.class, off)) {
				application.bean(Job.class).work();
				assertThat(this.sdk.next()).contains("\"name\":\"nightly\"").contains("\"name\":\"step\"");
			}
		}
	}

	@Test
	void shouldSilenceRecorderThatWasThereBeforeAndPutItBack() {
		AWSXRayRecorder kept = AWSXRay.getGlobalRecorder();
		try (RunningApplication application = application()) {
			assertThat(AWSXRay.getGlobalRecorder()).isNotSameAs(kept);
			kept.beginSegment("kept");
			kept.createSubsegment("inside", () -> {
			});
			kept.sendSegment(kept.getCurrentSegment());
			kept.endSegment();
			assertThat(documents(2)).extracting((document) -> document.get("name").asString())
				.containsExactly("inside", "kept");
			assertThat(this.sdk.sentBefore()).isEmpty();
		}
		assertThat(AWSXRay.getGlobalRecorder()).isSameAs(kept);
		kept.beginSegment("again");
		kept.endSegment();
		assertThat(this.sdk.next()).contains("\"name\":\"again\"");
	}

	private RunningApplication application() {
		return RunningApplication.servlet(XRaySdkApplication.class, "spring.application.name=shop",
				"tracing.exporters.xray.enabled=true", "tracing.exporters.xray.daemon-address=" + this.daemon.address(),
				"tracing.exporters.xray.schedule-delay=10ms");
	}

	private List<JsonNode> documents(int count) {
		List<JsonNode> documents = new ArrayList<>();
		while (documents.size() < count) {
			String datagram = this.daemon.next();
			documents.add(JsonMapper.shared().readTree(datagram.substring(datagram.indexOf('\n'))));
		}
		return documents;
	}

	private static JsonNode named(String name, List<JsonNode> documents) {
		return documents.stream()
			.filter((document) -> document.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
