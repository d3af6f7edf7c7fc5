package io.tracingstarter.cli.source.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The message of a Serilog line that has its template and values apart, as
 * {@code {"@mt":"Took {Elapsed:0.0} ms","Elapsed":12}}; see messagetemplates.org.
 */
final class MessageTemplate {

	private static final Pattern HOLE = Pattern.compile("\\{\\{|}}|\\{[@$]?(\\w{1,200})(?:[,:][^{}]{0,200})?}");

	private MessageTemplate() {
	}

	/**
	 * Takes the template out of a log line, and fills in the values, which stay fields of
	 * it. A hole without a value stays as it is.
	 * @return null where the line has no template
	 */
	static @Nullable String take(JsonTree tree) {
		String template = tree.takeText("@mt", "MessageTemplate");
		if (template == null || template.indexOf('{') < 0) {
			return template;
		}
		Matcher hole = HOLE.matcher(template);
		StringBuilder message = new StringBuilder();
		while (hole.find()) {
			hole.appendReplacement(message, Matcher.quoteReplacement(filled(hole, tree)));
		}
		return hole.appendTail(message).toString();
	}

	private static String filled(Matcher hole, JsonTree tree) {
		String name = hole.group(1);
		if (name == null) {
			return hole.group().substring(1);
		}
		String value = tree.text(name);
		value = (value != null) ? value : tree.text("Properties." + name);
		return (value != null) ? value : hole.group();
	}

}
