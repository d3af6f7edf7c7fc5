package io.tracingstarter.sampling.xray;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules of a file in the form that the X-Ray SDKs read, version 1 or 2.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-java-configuration.html#xray-sdk-java-configuration-sampling">X-Ray
 * SDK for Java: sampling rules</a>
 */
public final class LocalRules {

	private static final Glob ANY = new Glob("*");

	private static final int MAX_RULES = 1000;

	private static final Set<String> DEFAULT_FIELDS = Set.of("fixed_target", "rate");

	private final List<Rule> rules;

	private LocalRules(List<Rule> rules) {
		this.rules = rules;
	}

	/**
	 * Reads rules.
	 * @param json the content of the file
	 * @return the rules
	 * @throws IllegalArgumentException with what is wrong, in words
	 */
	public static LocalRules of(Map<String, ?> json) {
		Fields file = Fields.of(json, "file");
		int version = file.integer("version", 1, 2);
		if (!file.has("default")) {
			throw new IllegalArgumentException("it has no 'default' rule");
		}
		List<?> entries = file.list("rules");
		if (entries.size() > MAX_RULES) {
			throw new IllegalArgumentException("it has more than " + MAX_RULES + " rules");
		}
		List<Rule> rules = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++) {
			rules.add(rule(entries.get(i), i, version));
		}
		rules.add(defaultRule(file.object("default"), rules.size()));
		return new LocalRules(List.copyOf(rules));
	}

	private static Rule rule(Object entry, int index, int version) {
		String name = "rules[" + index + "]";
		try {
			Fields fields = Fields.of(entry, name);
			// what version 1 called the service was the host all the same
			Glob host = new Glob(fields.text((version == 1) ? "service_name" : "host"));
			return new Rule(name, index, reservoir(fields), rate(fields), host, new Glob(fields.text("http_method")),
					new Glob(fields.text("url_path")), Map.of());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(ex.getMessage() + " in " + name, ex);
		}
	}

	private static Rule defaultRule(Fields fields, int index) {
		if (!DEFAULT_FIELDS.containsAll(fields.names())) {
			throw new IllegalArgumentException("'default' may have only 'fixed_target' and 'rate'");
		}
		return new Rule("default", index, reservoir(fields), rate(fields), ANY, ANY, ANY, Map.of());
	}

	private static int reservoir(Fields fields) {
		return fields.integer("fixed_target", 0, Integer.MAX_VALUE);
	}

	private static double rate(Fields fields) {
		return fields.number("rate", 0, 1);
	}

	/**
	 * The rules, of which the last is for everything.
	 */
	List<Rule> rules() {
		return this.rules;
	}

	/**
	 * Returns how many rules there are, without the default.
	 * @return the number
	 */
	public int size() {
		return this.rules.size() - 1;
	}

}
