package io.tracingstarter.sampling.xray;

import java.util.Comparator;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.tracingstarter.sampling.RequestHints;
import org.jspecify.annotations.Nullable;

/**
 * Rules in the order in which they are asked. Any thread.
 */
final class RuleSet {

	private static final Comparator<Rule> ORDER = Comparator.comparingInt(Rule::priority).thenComparing(Rule::name);

	private final List<ActiveRule> rules;

	private RuleSet(List<ActiveRule> rules) {
		this.rules = rules;
	}

	/**
	 * Rules of a file.
	 */
	static RuleSet local(List<Rule> rules) {
		return new RuleSet(rules.stream()
			.sorted(ORDER)
			.map((rule) -> new ActiveRule(rule, Target.own(rule), new RuleStatistics()))
			.toList());
	}

	/**
	 * Rules of X-Ray.
	 * @param rules all that hold now
	 * @param earlier those that held before: one that has not changed goes on, and what
	 * was counted for one that has is kept
	 */
	static RuleSet central(List<Rule> rules, @Nullable RuleSet earlier) {
		return new RuleSet(rules.stream().sorted(ORDER).map((rule) -> active(rule, earlier)).toList());
	}

	private static ActiveRule active(Rule rule, @Nullable RuleSet earlier) {
		ActiveRule before = (earlier != null) ? earlier.named(rule.name()) : null;
		if (before != null && before.rule().equals(rule)) {
			return before;
		}
		return new ActiveRule(rule, Target.unassigned(rule),
				(before != null) ? before.statistics() : new RuleStatistics());
	}

	@Nullable ActiveRule named(String name) {
		for (ActiveRule rule : this.rules) {
			if (rule.rule().name().equals(name)) {
				return rule;
			}
		}
		return null;
	}

	/**
	 * Finds the rule for a trace that starts now.
	 */
	@Nullable ActiveRule find(@Nullable RequestHints request, SampledService service, Attributes start) {
		for (ActiveRule rule : this.rules) {
			if (rule.rule().matches(request, service, start)) {
				return rule;
			}
		}
		return null;
	}

	List<ActiveRule> rules() {
		return this.rules;
	}

}
