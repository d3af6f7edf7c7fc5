package io.tracingstarter.autoconfigure.actuator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Says what a condition of Spring Boot was missing in words for someone who does not know
 * conditions. What it does not know stays as Spring Boot says it.
 */
final class ConditionWords {

	private static final Pattern CLASS = Pattern
		.compile("@ConditionalOnClass did not find (?:required|unwanted) class(?:es)? (.+)");

	private static final Pattern PROPERTY = Pattern
		.compile("@ConditionalOn(?:Boolean)?Property \\(([^=)]+)=.*\\) (?:found different value|did not find).*");

	private static final Pattern BEAN = Pattern
		.compile("@ConditionalOnBean \\(.*\\) did not find any beans of type (\\S+).*");

	private ConditionWords() {
	}

	static String of(@Nullable String message) {
		String text = (message != null) ? message : "";
		Matcher type = CLASS.matcher(text);
		if (type.matches()) {
			return "not on the class path: " + type.group(1).replace("'", "");
		}
		Matcher property = PROPERTY.matcher(text);
		if (property.matches()) {
			return "switched off: " + property.group(1);
		}
		Matcher bean = BEAN.matcher(text);
		if (bean.matches()) {
			return "there is no bean of type " + bean.group(1);
		}
		return text;
	}

}
