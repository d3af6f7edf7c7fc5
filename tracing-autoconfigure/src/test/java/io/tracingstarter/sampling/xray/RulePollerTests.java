package io.tracingstarter.sampling.xray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.export.TestBackend.Request;
import io.tracingstarter.export.xray.DaemonAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RulePoller}, with a daemon on a real socket.
 */
@ExtendWith(OutputCaptureExtension.class)
class RulePollerTests {

	private static final String NO_TARGETS = "{\"SamplingTargetDocuments\": [], \"LastRuleModification\": 0}";

	private final TestBackend daemon = new TestBackend();

	private final AtomicReference<String> rules = new AtomicReference<>(
			TestRules.answer(TestRules.fields("all", 1, 5, 0.0)));

	private final AtomicReference<String> targets = new AtomicReference<>(NO_TARGETS);

	private final XRaySampler sampler = new XRaySampler(TestRules.SERVICE, null, Sampler.alwaysOff());

	private final RulePoller poller = new RulePoller(this.sampler,
			DaemonAddress.parse("tcp:127.0.0.1:" + this.daemon.port() + " udp:127.0.0.1:1"), TestRules.JSON,
			Duration.ofMillis(20));

	RulePollerTests() {
		this.daemon.answerWith((exchange, status) -> answer(exchange,
				exchange.getRequestURI().getPath().equals("/SamplingTargets") ? this.targets.get() : this.rules.get()));
	}

	@AfterEach
	void close() {
		this.poller.close();
		this.daemon.close();
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private boolean samples() {
		return this.sampler
			.shouldSample(Context.root(), "0af7651916cd43dd8448eb211c80319c", "", SpanKind.SERVER, Attributes.empty(),
					List.of())
			.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

	private void awaitRules(int count) {
		await().until(() -> this.poller.status().followed() == count);
	}

	@Test
	void shouldAskForRulesAndTellWhatBecameOfTraces(CapturedOutput output) throws InterruptedException {
		this.targets.set("""
				{"SamplingTargetDocuments": [{"RuleName": "all", "FixedRate": 0, "ReservoirQuota": 2,
				  "ReservoirQuotaTTL": 99999999999, "Interval": 10}, {"RuleName": "unknown", "FixedRate": 1}, 7],
				 "LastRuleModification": 1.5e9, "UnprocessedStatistics": []}""");
		this.poller.start();
		awaitRules(1);
		Request asked = this.daemon.take();
		assertThat(asked.path()).isEqualTo("/GetSamplingRules");
		assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(new String(asked.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
		assertThat(samples()).isTrue();
		Map<String, Object> told = told();
		assertThat(told).containsOnlyKeys("ClientID", "RuleName", "RequestCount", "SampledCount", "BorrowCount",
				"Timestamp");
		assertThat((String) told.get("ClientID")).matches("[0-9a-f]{24}");
		assertThat(told).containsEntry("RuleName", "all");
		assertThat(List.of(told.get("RequestCount"), told.get("SampledCount"), told.get("BorrowCount")))
			.extracting(String::valueOf)
			.containsExactly("1", "1", "1");
		await().until(() -> this.sampler.central().named("all").samples("f".repeat(32), 5)
				&& this.sampler.central().named("all").samples("f".repeat(32), 5));
		assertThat(output).contains("X-Ray's sampling rules are followed: 1 for this service, from 127.0.0.1:");
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> told() throws InterruptedException {
		Request request = this.daemon.take();
		assertThat(request.path()).isEqualTo("/SamplingTargets");
		Map<String, Object> body = TestRules.JSON.read(new String(request.body(), StandardCharsets.UTF_8));
		assertThat(body).containsOnlyKeys("SamplingStatisticsDocuments");
		return ((List<Map<String, Object>>) body.get("SamplingStatisticsDocuments")).get(0);
	}

	@Test
	void shouldAskAgainWhenXRaySaysThatRulesHaveChanged() {
		this.poller.start();
		awaitRules(1);
		this.rules.set(TestRules.answer(TestRules.fields("all", 1, 5, 0.0), TestRules.fields("new", 2, 5, 0.0)));
		this.targets.set("{\"LastRuleModification\": 99999999999}");
		await().until(() -> {
			samples();
			return this.poller.status().followed() == 2;
		});
	}

	@Test
	void shouldTellOnceThatNoRuleIsForTheService(CapturedOutput output) throws InterruptedException {
		this.rules.set(TestRules.answer(TestRules.fields("others", 1, 5, 0.0, "ServiceName", "other")));
		this.poller.start();
		this.daemon.take();
		await().pollDelay(Duration.ofMillis(200)).until(() -> this.poller.status().fetchedAt() > 0);
		assertThat(output.toString().lines().filter((line) -> line.contains("rules are followed: 0"))).hasSize(1);
	}

	@Test
	void shouldReadAllPages() {
		String first = this.rules.get();
		String second = TestRules.answer(TestRules.fields("second", 2, 5, 0.0));
		this.daemon.answerWith((exchange, status) -> answer(exchange, (this.daemon.received().size() == 1)
				? first.substring(0, first.length() - 1) + ", \"NextToken\": \"more\"}" : second));
		this.poller.start();
		awaitRules(2);
		assertThat(this.daemon.takeAll()).extracting((request) -> new String(request.body(), StandardCharsets.UTF_8))
			.startsWith("{}", "{\"NextToken\":\"more\"}");
	}

	@Test
	void shouldIgnoreRuleThatCannotBeRead(CapturedOutput output) {
		this.rules.set(TestRules.answer(TestRules.fields("all", 1, 5, 0.0), TestRules.fields("bad", 0, 5, 0.0)));
		this.poller.start();
		awaitRules(1);
		assertThat(output).contains("1 of X-Ray's sampling rules could not be read and are ignored.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"SamplingRuleRecords\": 7}", "{\"SamplingRuleRecords\": [", "\u0000",
			"{\"NextToken\": []}" })
	void shouldGoOnWithoutRulesWhenAnswerMakesNoSense(String answer, CapturedOutput output) {
		this.rules.set(answer);
		this.poller.start();
		await().until(() -> this.poller.status().failure() != null);
		assertThat(this.sampler.central()).isNull();
		assertThat(samples()).isFalse();
		assertThat(output).containsPattern(
				"(is not JSON|makes no sense: '.*' is not an? .*)[.] What is set for this service decides");
	}

	@Test
	void shouldGoOnWithRulesOfBeforeAndLoseNoCountWhenDaemonFails(CapturedOutput output) throws InterruptedException {
		this.poller.start();
		awaitRules(1);
		this.daemon.take();
		this.daemon.answerWith((exchange, status) -> exchange.sendResponseHeaders(500, -1));
		samples();
		await().until(() -> this.poller.status().failure() != null);
		assertThat(this.poller.status().failure()).isEqualTo("HTTP 500");
		assertThat(this.sampler.central()).isNotNull();
		// or the numbers may just be on their way, and not back yet
		this.poller.close();
		RuleStatistics statistics = this.sampler.central().named("all").statistics();
		await().until(() -> !statistics.isEmpty());
		assertThat(statistics.take().requests()).isEqualTo(1);
		assertThat(output.toString().lines().filter((line) -> line.contains("cannot be asked for"))).hasSize(1);
	}

	@Test
	void shouldEndItsThreadWhenClosed() {
		this.poller.start();
		awaitRules(1);
		this.poller.close();
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().equals("tracing-xray-sampling")));
	}

}
