package io.tracingstarter.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds values that are still <code>${NAME}</code>, because nothing is called so. Spring
 * Boot binds them as they are; as a secret, everybody could guess it.
 */
public final class UnresolvedPlaceholder {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9._-]{1,100})[^}]*}");

	private UnresolvedPlaceholder() {
	}

	/**
	 * Checks a value. What it holds is not shown: only the name that is missing.
	 * @param property full name of the property
	 * @param value its value
	 * @throws InvalidTracingPropertyException if there is a placeholder in it
	 */
	public static void refuse(String property, @Nullable String value) {
		Matcher placeholder = PLACEHOLDER.matcher((value != null) ? value : "");
		if (placeholder.find()) {
			String name = placeholder.group(1);
			throw new InvalidTracingPropertyException(property, "${" + name + "}",
					"there is no variable or property " + name + ".", "Set " + name + ", or write the value itself.");
		}
	}

}
