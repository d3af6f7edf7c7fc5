package io.tracingstarter.sampling.xray;

import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LocalRules} and {@link CentralRules}: what is read, and what is
 * refused.
 */
class RuleFormatTests {

	private static LocalRules local(String json) {
		return LocalRules.of(TestRules.JSON.read(json));
	}

	@Test
	void shouldReadFileOfVersion2() {
		LocalRules rules = local("""
				{"version": 2,
				 "rules": [{"description": "moves", "host": "*", "http_method": "POST", "url_path": "/api/move/*",
				            "fixed_target": 3, "rate": 0.05}],
				 "default": {"fixed_target": 1, "rate": 0.1}}""");
		assertThat(rules.size()).isEqualTo(1);
		assertThat(rules.rules()).containsExactly(
				new Rule("rules[0]", 0, 3, 0.05, new Glob("*"), new Glob("POST"), new Glob("/api/move/*"), Map.of()),
				new Rule("default", 1, 1, 0.1, new Glob("*"), new Glob("*"), new Glob("*"), Map.of()));
	}

	@Test
	void shouldReadFileOfVersion1() {
		LocalRules rules = local("""
				{"version": 1,
				 "rules": [{"service_name": "*.example.com", "http_method": "*", "url_path": "*", "fixed_target": 0,
				            "rate": 1}],
				 "default": {"fixed_target": 1, "rate": 0.1}}""");
		assertThat(rules.rules().get(0).host()).isEqualTo(new Glob("*.example.com"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{}                                                                         | 'version'
					{"version": 3, "default": {"fixed_target": 1, "rate": 1}}                  | 'version'
					{"version": "2", "default": {"fixed_target": 1, "rate": 1}}                | 'version'
					{"version": 2}                                                             | no 'default'
					{"version": 2, "default": []}                                              | 'default' is not an object
					{"version": 2, "default": {"fixed_target": 1}}                             | 'rate'
					{"version": 2, "default": {"fixed_target": -1, "rate": 1}}                 | 'fixed_target'
					{"version": 2, "default": {"fixed_target": 1.5, "rate": 1}}                | 'fixed_target'
					{"version": 2, "default": {"fixed_target": 1, "rate": 1.1}}                | 'rate'
					{"version": 2, "default": {"fixed_target": 1, "rate": 1, "host": "*"}}     | only
					{"version": 2, "default": {"fixed_target": 1, "rate": 1}, "rules": {}}     | 'rules' is not a list
					{"version": 2, "default": {"fixed_target": 1, "rate": 1}, "rules": [7]}    | 'rules[0]' is not an object
					{"version": 2, "default": {"fixed_target": 1, "rate": 1}, "rules": [{"fixed_target": 1, "rate": 1}]} | 'host' is not a text in rules[0]
					""")
	void shouldRefuseFile(String json, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> local(json)).withMessageContaining(reason);
	}

	@ParameterizedTest
	@CsvSource({ "ServiceName, sh?p, true", "ServiceName, other, false", "ServiceType, AWS::ECS::Container, true",
			"ServiceType, AWS::EC2::Instance, false", "ResourceARN, arn:*, false" })
	void shouldLeaveOutRulesForOtherServices(String field, String pattern, boolean ours) {
		Fields rule = Fields.of(TestRules.fields("r", 1, 1, 0.1, field, pattern), "rule");
		assertThat(CentralRules.read(rule, TestRules.SERVICE) != null).isEqualTo(ours);
	}

	@ParameterizedTest
	@CsvSource({ "RuleName, 7", "Version, 2", "Priority, 0", "FixedRate, 2.0", "FixedRate, -0.1", "ReservoirSize, -1",
			"Priority, many" })
	void shouldRefuseRuleOfXRay(String field, String value) {
		Object wrong = value.matches("-?[0-9.]+") ? (Object) Double.valueOf(value) : value;
		Map<String, Object> rule = TestRules.fields("r", 1, 1, 0.1, field, wrong);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CentralRules.read(Fields.of(rule, "rule"), TestRules.SERVICE))
			.withMessageContaining("'" + field + "'");
	}

	@Test
	void shouldReadTarget() {
		Target target = CentralRules.target(Fields.of(Map.of("RuleName", "r", "FixedRate", 0.0, "ReservoirQuota", 7,
				"ReservoirQuotaTTL", 1_800_000_000L, "Interval", 10), "target"));
		assertThat(target.quota()).isEqualTo(7);
		assertThat(target.until()).isEqualTo(1_800_000_000L);
	}

	@Test
	void shouldHaveNoQuotaWhenTargetNamesNone() {
		assertThat(CentralRules.target(Fields.of(Map.of("FixedRate", 0.5), "target")).until())
			.isEqualTo(Long.MIN_VALUE);
	}

	@Test
	void shouldKnowWhatServiceRunsOn() {
		assertThat(List.of("aws_ec2", "aws_ecs", "aws_eks", "aws_elastic_beanstalk", "aws_lambda", "gcp_run")
			.stream()
			.map((platform) -> SampledService.of(Attributes.of(AttributeKey.stringKey("cloud.platform"), platform), "")
				.type()))
			.containsExactly("AWS::EC2::Instance", "AWS::ECS::Container", "AWS::EKS::Container",
					"AWS::ElasticBeanstalk::Environment", "AWS::Lambda::Function", null);
	}

}
