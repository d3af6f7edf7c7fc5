package io.tracingstarter.sampling.xray;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * Sampling rules as X-Ray answers them, and the JSON they are written in.
 */
final class TestRules {

	static final SampledService SERVICE = new SampledService("shop", "AWS::ECS::Container", null, "");

	static final Json JSON = new Json() {

		@Override
		public Map<String, Object> read(String text) {
			return JsonParserFactory.getJsonParser().parseMap(text);
		}

		@Override
		public String write(Map<String, ?> object) {
			return JsonWriter.<Map<String, ?>>standard().writeToString(object);
		}

	};

	private TestRules() {
	}

	/**
	 * The fields of a rule for everything.
	 */
	static Map<String, Object> fields(String name, int priority, int reservoir, double rate, Object... more) {
		Map<String, Object> fields = new HashMap<>(Map.of("RuleName", name, "Priority", priority, "ReservoirSize",
				reservoir, "FixedRate", rate, "Host", "*", "HTTPMethod", "*", "URLPath", "*", "ServiceName", "*"));
		fields.putAll(Map.of("ServiceType", "*", "ResourceARN", "*", "Version", 1, "Attributes", Map.of()));
		for (int i = 0; i < more.length; i += 2) {
			fields.put((String) more[i], more[i + 1]);
		}
		return fields;
	}

	static Rule rule(String name, int priority, int reservoir, double rate, Object... more) {
		Rule rule = CentralRules.read(Fields.of(fields(name, priority, reservoir, rate, more), "rule"), SERVICE);
		if (rule == null) {
			throw new AssertionError("The rule is not for the service");
		}
		return rule;
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	static String answer(Map<String, Object>... rules) {
		List<Map<String, Object>> records = Stream.of(rules)
			.map((rule) -> Map.<String, Object>of("CreatedAt", 0, "ModifiedAt", 0, "SamplingRule", rule))
			.toList();
		return JSON.write(Map.of("SamplingRuleRecords", records));
	}

}
