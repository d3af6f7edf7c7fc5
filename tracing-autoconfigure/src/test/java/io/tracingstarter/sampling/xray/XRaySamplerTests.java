package io.tracingstarter.sampling.xray;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.tracingstarter.sampling.SamplingHints;
import io.tracingstarter.sampling.xray.RuleStatistics.Counts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XRaySampler}.
 */
class XRaySamplerTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private final AtomicLong now = new AtomicLong(1_800_000_000L);

	private static Context request(String method, String host, String path) {
		return new SamplingHints(true, "X-Trace-Debug", null).customize(Context.root(), method, path,
				Map.of("Host", host), new MapGetter());
	}

	private XRaySampler sampler(SampledService service, Rule... rules) {
		XRaySampler sampler = new XRaySampler(service, null, Sampler.alwaysOff(), this.now::get);
		sampler.follow(RuleSet.central(List.of(rules), null));
		return sampler;
	}

	private static boolean samples(Sampler sampler, Context parent, Attributes start) {
		return sampler.shouldSample(parent, TRACE_ID, "GET /", SpanKind.SERVER, start, List.of())
			.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

	private static int sampled(Sampler sampler, int traces) {
		int sampled = 0;
		for (int i = 0; i < traces; i++) {
			sampled += samples(sampler, Context.root(), Attributes.empty()) ? 1 : 0;
		}
		return sampled;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Host       | *.example.com | true
			Host       | example.com   | false
			HTTPMethod | POST          | true
			HTTPMethod | GET           | false
			URLPath    | /app/orders/* | true
			URLPath    | /orders/*     | false
			""")
	void shouldMatchRequest(String field, String pattern, boolean matches) {
		SampledService service = new SampledService("shop", null, null, "/app");
		Sampler sampler = sampler(service, TestRules.rule("r", 1, 0, 1.0, field, pattern));
		assertThat(samples(sampler, request("POST", "shop.example.com", "/orders/1"), Attributes.empty()))
			.isEqualTo(matches);
		assertThat(samples(sampler, Context.root(), Attributes.empty())).as("what is no request").isFalse();
	}

	@Test
	void shouldMatchAttributesThatSpanStartsWith() {
		Sampler sampler = sampler(TestRules.SERVICE,
				TestRules.rule("r", 1, 0, 1.0, "Attributes", Map.of("tenant", "gold*")));
		AttributeKey<String> tenant = AttributeKey.stringKey("tenant");
		assertThat(samples(sampler, Context.root(), Attributes.of(tenant, "gold-1"))).isTrue();
		assertThat(samples(sampler, Context.root(), Attributes.of(tenant, "silver"))).isFalse();
		assertThat(samples(sampler, Context.root(), Attributes.empty())).isFalse();
	}

	@Test
	void shouldAskRulesByPriorityThenName() {
		Sampler sampler = sampler(TestRules.SERVICE, TestRules.rule("z", 2, 0, 1.0),
				TestRules.rule("b", 1, 0, 1.0, "HTTPMethod", "GET"), TestRules.rule("a", 1, 0, 0.0));
		assertThat(samples(sampler, request("GET", "h", "/"), Attributes.empty())).isFalse();
	}

	@Test
	void shouldDoAsOtherSamplerWhenNoRuleMatches() {
		XRaySampler sampler = new XRaySampler(TestRules.SERVICE, null, Sampler.alwaysOn(), this.now::get);
		assertThat(sampled(sampler, 3)).as("without rules").isEqualTo(3);
		sampler.follow(RuleSet.central(List.of(TestRules.rule("r", 1, 0, 0.0, "URLPath", "/never")), null));
		assertThat(sampled(sampler, 3)).as("without a rule that matches").isEqualTo(3);
	}

	@Test
	void shouldFollowFileUntilXRayAnswers() {
		LocalRules file = LocalRules.of(TestRules.JSON
			.read("{\"version\": 2, \"rules\": [], \"default\": {\"fixed_target\": 2, \"rate\": 0}}"));
		XRaySampler sampler = new XRaySampler(TestRules.SERVICE, file, Sampler.alwaysOn(), this.now::get);
		assertThat(sampled(sampler, 10)).isEqualTo(2);
		this.now.incrementAndGet();
		assertThat(sampled(sampler, 10)).isEqualTo(2);
		sampler.follow(RuleSet.central(List.of(TestRules.rule("r", 1, 0, 0.0)), null));
		assertThat(sampled(sampler, 10)).isZero();
		sampler.follow(null);
		this.now.incrementAndGet();
		assertThat(sampled(sampler, 10)).isEqualTo(2);
	}

	@Test
	void shouldBorrowOneInASecondUntilQuotaIsAssigned() {
		XRaySampler sampler = sampler(TestRules.SERVICE, TestRules.rule("r", 1, 50, 0.0));
		assertThat(sampled(sampler, 10)).isEqualTo(1);
		ActiveRule rule = rule(sampler);
		assertThat(rule.statistics().take()).isEqualTo(new Counts(10, 1, 1));
		rule.assign(new Target(0.0, 3, this.now.get() + 2));
		this.now.incrementAndGet();
		assertThat(sampled(sampler, 10)).isEqualTo(3);
		assertThat(rule.statistics().take()).isEqualTo(new Counts(10, 3, 0));
		this.now.incrementAndGet();
		assertThat(sampled(sampler, 10)).as("the quota has ended").isEqualTo(1);
	}

	@Test
	void shouldNotBorrowWhenRuleHasNoReservoir() {
		assertThat(sampled(sampler(TestRules.SERVICE, TestRules.rule("r", 1, 0, 0.0)), 10)).isZero();
	}

	@Test
	void shouldTakeShareOfTheRate() {
		XRaySampler sampler = sampler(TestRules.SERVICE, TestRules.rule("r", 1, 0, 0.25));
		int sampled = 0;
		for (int i = 0; i < 10_000; i++) {
			sampled += sampler
				.shouldSample(Context.root(), IdGenerator.random().generateTraceId(), "", SpanKind.SERVER,
						Attributes.empty(), List.of())
				.getDecision() == SamplingDecision.RECORD_AND_SAMPLE ? 1 : 0;
		}
		// ten standard deviations
		assertThat(sampled).isBetween(2500 - 433, 2500 + 433);
	}

	@Test
	void shouldGiveNoMoreThanQuotaToManyThreads() throws InterruptedException {
		XRaySampler sampler = sampler(TestRules.SERVICE, TestRules.rule("r", 1, 1, 0.0));
		rule(sampler).assign(new Target(0.0, 100, Long.MAX_VALUE));
		AtomicInteger sampled = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		for (int i = 0; i < 4; i++) {
			threads.execute(() -> sampled.addAndGet(sampled(sampler, 1000)));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		assertThat(sampled).hasValue(100);
		assertThat(rule(sampler).statistics().take()).isEqualTo(new Counts(4000, 100, 0));
	}

	@Test
	void shouldGoOnWithRuleThatHasNotChanged() {
		XRaySampler sampler = sampler(TestRules.SERVICE, TestRules.rule("same", 1, 5, 0.0),
				TestRules.rule("changed", 2, 5, 0.0), TestRules.rule("gone", 3, 5, 0.0));
		RuleSet before = central(sampler);
		RuleSet after = RuleSet
			.central(List.of(TestRules.rule("same", 1, 5, 0.0), TestRules.rule("changed", 2, 6, 0.0)), before);
		assertThat(after.named("same")).isSameAs(before.named("same"));
		assertThat(after.named("changed")).isNotSameAs(before.named("changed"));
		assertThat(after.named("gone")).isNull();
	}

	private static RuleSet central(XRaySampler sampler) {
		RuleSet rules = sampler.central();
		assertThat(rules).isNotNull();
		return rules;
	}

	private static ActiveRule rule(XRaySampler sampler) {
		return central(sampler).rules().get(0);
	}

	private static final class MapGetter implements TextMapGetter<Map<String, String>> {

		@Override
		public Iterable<String> keys(Map<String, String> carrier) {
			return carrier.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
			return (carrier != null) ? carrier.get(key) : null;
		}

	}

}
