package io.tracingstarter.sampling.xray;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rules of X-Ray, and what they allow this service. Used by one thread.
 */
final class RuleSource {

	private static final Logger logger = LoggerFactory.getLogger(RuleSource.class);

	private static final int MAX_PAGES = 100;

	/** What X-Ray takes in one request. */
	private static final int MAX_STATISTICS = 25;

	private static final int CLIENT_ID_BYTES = 12;

	private final DaemonApi api;

	private final SampledService service;

	private final String clientId;

	private long ignoredRules;

	RuleSource(DaemonApi api, SampledService service) {
		this.api = api;
		this.service = service;
		byte[] id = new byte[CLIENT_ID_BYTES];
		ThreadLocalRandom.current().nextBytes(id);
		this.clientId = HexFormat.of().formatHex(id);
	}

	/**
	 * Asks for all rules that may be for this service.
	 * @throws IOException if there is no answer, or none that is JSON
	 * @throws IllegalArgumentException if the answer is not what X-Ray sends
	 */
	List<Rule> fetchRules() throws IOException {
		List<Rule> rules = new ArrayList<>();
		long ignored = 0;
		String token = null;
		int pages = 0;
		do {
			Fields page = this.api.rules((token != null) ? Map.of("NextToken", token) : Map.of());
			for (Object entry : page.list("SamplingRuleRecords")) {
				ignored += read(entry, rules) ? 0 : 1;
			}
			token = page.optionalText("NextToken");
		}
		while (token != null && ++pages < MAX_PAGES);
		this.ignoredRules = ignored;
		return rules;
	}

	private boolean read(Object entry, List<Rule> rules) {
		try {
			Rule rule = CentralRules.read(Fields.of(entry, "SamplingRuleRecord").object("SamplingRule"), this.service);
			if (rule != null) {
				rules.add(rule);
			}
			return true;
		}
		catch (IllegalArgumentException ex) {
			logger.debug("A sampling rule of X-Ray is ignored: {}", ex.getMessage());
			return false;
		}
	}

	/**
	 * How many rules of the last answer could not be read.
	 */
	long ignoredRules() {
		return this.ignoredRules;
	}

	/**
	 * Tells what became of traces, and sets what the rules allow from now on. What cannot
	 * be told is told the next time.
	 * @param rules those that were asked
	 * @param now seconds since 1970
	 * @return when rules were last changed, in seconds since 1970; 0 where that is not
	 * known
	 * @throws IOException if there is no answer, or none that is JSON
	 * @throws IllegalArgumentException if the answer is not what X-Ray sends
	 */
	long report(RuleSet rules, long now) throws IOException {
		List<ActiveRule> used = rules.rules().stream().filter((rule) -> !rule.statistics().isEmpty()).toList();
		long modified = 0;
		for (int from = 0; from < used.size(); from += MAX_STATISTICS) {
			List<ActiveRule> some = used.subList(from, Math.min(from + MAX_STATISTICS, used.size()));
			modified = Math.max(modified, reportSome(some, rules, now));
		}
		return modified;
	}

	private long reportSome(List<ActiveRule> used, RuleSet rules, long now) throws IOException {
		Map<ActiveRule, RuleStatistics.Counts> taken = new HashMap<>();
		used.forEach((rule) -> taken.put(rule, rule.statistics().take()));
		Fields answer;
		try {
			List<Map<String, ?>> documents = new ArrayList<>();
			taken.forEach((rule, counts) -> documents.add(document(rule.rule().name(), counts, now)));
			answer = this.api.targets(Map.of("SamplingStatisticsDocuments", documents));
		}
		catch (IOException ex) {
			taken.forEach((rule, counts) -> rule.statistics().putBack(counts));
			throw ex;
		}
		for (Object document : answer.list("SamplingTargetDocuments")) {
			assign(document, rules);
		}
		return modified(answer);
	}

	private Map<String, ?> document(String name, RuleStatistics.Counts counts, long now) {
		return Map.of("ClientID", this.clientId, "RuleName", name, "RequestCount", counts.requests(), "SampledCount",
				counts.sampled(), "BorrowCount", counts.borrowed(), "Timestamp", now);
	}

	private static void assign(Object document, RuleSet rules) {
		try {
			Fields fields = Fields.of(document, "SamplingTargetDocument");
			ActiveRule rule = rules.named(fields.text("RuleName"));
			if (rule != null) {
				rule.assign(CentralRules.target(fields));
			}
		}
		catch (IllegalArgumentException ex) {
			logger.debug("A sampling target of X-Ray is ignored: {}", ex.getMessage());
		}
	}

	private static long modified(Fields answer) {
		try {
			return (long) answer.number("LastRuleModification", 0, Long.MAX_VALUE);
		}
		catch (IllegalArgumentException ex) {
			return 0;
		}
	}

}
