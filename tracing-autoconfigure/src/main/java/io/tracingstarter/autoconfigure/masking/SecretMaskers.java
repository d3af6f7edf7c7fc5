package io.tracingstarter.autoconfigure.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.tracingstarter.masking.SecretMasker;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Creates the masker from the environment, because logging starts before there is a
 * context.
 * <p>
 * A wrong value counts as not set here: {@link MaskingProperties} stops the start-up a
 * moment later.
 */
public final class SecretMaskers {

	private final Binder binder;

	private SecretMaskers(Binder binder) {
		this.binder = binder;
	}

	/**
	 * Creates the masker that the properties describe.
	 * @param environment holds the properties
	 * @return the masker
	 */
	public static SecretMasker from(Environment environment) {
		return new SecretMaskers(Binder.get(environment)).masker();
	}

	private SecretMasker masker() {
		if (!bind("enabled", Bindable.of(Boolean.class), true)) {
			return SecretMasker.none();
		}
		return SecretMasker.of(bind("fields", Bindable.listOf(String.class), List.of()), patterns(),
				bind("url-queries", Bindable.of(Boolean.class), true));
	}

	private List<Pattern> patterns() {
		List<Pattern> patterns = new ArrayList<>();
		for (String pattern : bind("patterns", Bindable.listOf(String.class), List.of())) {
			try {
				Pattern compiled = Pattern.compile(pattern);
				// stops the start-up later, as does one that does not compile
				if (!compiled.matcher("").find()) {
					patterns.add(compiled);
				}
			}
			catch (PatternSyntaxException ex) {
				// see above
			}
		}
		return patterns;
	}

	private <T> T bind(String name, Bindable<T> target, T fallback) {
		try {
			return this.binder.bind(MaskingProperties.PREFIX + "." + name, target).orElse(fallback);
		}
		catch (BindException ex) {
			return fallback;
		}
	}

}
