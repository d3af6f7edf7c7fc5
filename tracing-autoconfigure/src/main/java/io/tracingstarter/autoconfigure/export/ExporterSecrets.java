package io.tracingstarter.autoconfigure.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.tracingstarter.export.ExportEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Hides the exporters' secrets in {@code /actuator/env} and
 * {@code /actuator/configprops}, also where these show all values.
 * <p>
 * By key: {@code api-key} and everything below {@code headers} of an exporter, in every
 * spelling that Spring Boot binds; in an endpoint only the credentials. By value: a
 * secret that also stands elsewhere, such as the variable that a placeholder names, the
 * command line or {@code SPRING_APPLICATION_JSON}.
 */
class ExporterSecrets implements SanitizingFunction {

	private static final String PREFIX = "tracing.exporters";

	private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^a-z0-9]");

	private static final Pattern SECRET_KEY = Pattern
		.compile("tracingexporters(?:[a-z0-9]*apikey|[a-z0-9]+?headers.*)");

	private static final Pattern ENDPOINT_KEY = Pattern.compile("tracingexporters[a-z0-9]+endpoint");

	// a shorter one, such as a header that is "true", would hide harmless text elsewhere
	private static final int MIN_LENGTH = 8;

	private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Environment environment;

	private volatile @Nullable Known known;

	ExporterSecrets(Environment environment) {
		this.environment = environment;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		if (value == null) {
			return data;
		}
		String key = canonical(data.getKey());
		if (SECRET_KEY.matcher(key).matches()) {
			return data.withSanitizedValue();
		}
		String text = value.toString();
		if (ENDPOINT_KEY.matcher(key).matches()) {
			String masked = ExportEndpoint.mask(text);
			return masked.equals(text) ? data : data.withValue(masked);
		}
		return isSecret(text) ? data.withSanitizedValue() : data;
	}

	private boolean isSecret(String text) {
		for (String secret : currentSecrets()) {
			if (text.contains(secret)) {
				return true;
			}
		}
		return false;
	}

	// read again now and then: a refreshed environment may have new ones
	private Set<String> currentSecrets() {
		Known known = this.known;
		if (known == null || System.nanoTime() - known.readAt() > MAX_AGE_NANOS) {
			known = new Known(secrets(), System.nanoTime());
			this.known = known;
		}
		return known.secrets();
	}

	private Set<String> secrets() {
		Set<String> secrets = new HashSet<>();
		try {
			Binder.get(this.environment)
				.bind(PREFIX, Bindable.mapOf(String.class, Object.class))
				.ifBound((exporters) -> collect(PREFIX, exporters, secrets));
		}
		catch (BindException ex) {
			// a placeholder that does not resolve: by key it is hidden all the same
		}
		return secrets;
	}

	private static void collect(String path, Map<?, ?> values, Set<String> secrets) {
		values.forEach((name, value) -> {
			String key = path + "." + name;
			if (value instanceof Map<?, ?> nested) {
				collect(key, nested, secrets);
			}
			else if (value != null) {
				collect(canonical(key), value.toString(), secrets);
			}
		});
	}

	private static void collect(String key, String value, Set<String> secrets) {
		boolean secret = SECRET_KEY.matcher(key).matches()
				|| (ENDPOINT_KEY.matcher(key).matches() && !ExportEndpoint.mask(value).equals(value));
		if (secret && value.length() >= MIN_LENGTH) {
			secrets.add(value);
		}
	}

	private static String canonical(String key) {
		return NOT_ALPHANUMERIC.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
	}

	private record Known(Set<String> secrets, long readAt) {

	}

}
