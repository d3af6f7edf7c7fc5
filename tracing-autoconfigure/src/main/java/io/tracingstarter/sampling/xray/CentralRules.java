package io.tracingstarter.sampling.xray;

import java.util.HashMap;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads what X-Ray answers about sampling.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html">SamplingRule</a>
 */
final class CentralRules {

	private static final int MAX_PRIORITY = 9999;

	private CentralRules() {
	}

	/**
	 * Reads a rule.
	 * @param rule what stands in {@code SamplingRule}
	 * @param service whom it may be for
	 * @return the rule, or {@code null} where it is for other services
	 * @throws IllegalArgumentException with what is wrong, in words
	 */
	static @Nullable Rule read(Fields rule, SampledService service) {
		String name = rule.text("RuleName");
		rule.integer("Version", 1, 1);
		boolean forUs = new Glob(rule.text("ServiceName")).matches(service.name())
				&& new Glob(rule.text("ServiceType")).matches(service.type())
				&& new Glob(rule.text("ResourceARN")).matches(service.arn());
		return forUs ? new Rule(name, rule.integer("Priority", 1, MAX_PRIORITY + 1),
				rule.integer("ReservoirSize", 0, Integer.MAX_VALUE), rule.number("FixedRate", 0, 1),
				new Glob(rule.text("Host")), new Glob(rule.text("HTTPMethod")), new Glob(rule.text("URLPath")),
				attributes(rule)) : null;
	}

	private static Map<AttributeKey<String>, Glob> attributes(Fields rule) {
		if (!rule.has("Attributes")) {
			return Map.of();
		}
		Fields attributes = rule.object("Attributes");
		Map<AttributeKey<String>, Glob> patterns = new HashMap<>();
		attributes.names()
			.forEach((name) -> patterns.put(AttributeKey.stringKey(name), new Glob(attributes.text(name))));
		return Map.copyOf(patterns);
	}

	/**
	 * Reads what a rule allows this service from now on.
	 * @param document one of {@code SamplingTargetDocuments}
	 * @return the target
	 * @throws IllegalArgumentException with what is wrong, in words
	 */
	static Target target(Fields document) {
		boolean quota = document.has("ReservoirQuota") && document.has("ReservoirQuotaTTL");
		return new Target(document.number("FixedRate", 0, 1),
				quota ? document.integer("ReservoirQuota", 0, Integer.MAX_VALUE) : 0,
				quota ? (long) document.number("ReservoirQuotaTTL", 0, Long.MAX_VALUE) : Long.MIN_VALUE);
	}

}
