package io.tracingstarter.autoconfigure.export;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
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
 * Hides the secrets of exporters, and that of the debug header, in {@code /actuator/env}
 * and {@code /actuator/configprops}, also where these show all values.
 * <p>
 * By key: {@code api-key} and everything below {@code headers} of an exporter, in every
 * spelling that Spring Boot binds; in an endpoint only the credentials. By value: a
 * secret that also stands elsewhere, such as the variable that a placeholder names, the
 * command line or {@code SPRING_APPLICATION_JSON}; also where the placeholder is only a
 * part of the value, such as what follows {@code Bearer}.
 */
class ConfiguredSecrets implements SanitizingFunction {

	private static final String PREFIX = "tracing";

	private static final Pattern AFTER_SCHEME = Pattern.compile("^\\S+\\s+(?<secret>.+)$");

	private static final Pattern URL_PASSWORD = Pattern.compile("://(?:[^/?#:]*:)?(?<secret>[^/?#]*)@");

	private static final Pattern QUERY_VALUE = Pattern.compile("[?&][^=&#]*=(?<secret>[^&#]*)");

	// a shorter one, such as a header that is "true", would hide harmless text elsewhere
	private static final int MIN_LENGTH = 8;

	private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Environment environment;

	private volatile @Nullable Known known;

	ConfiguredSecrets(Environment environment) {
		this.environment = environment;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		if (value == null) {
			return data;
		}
		if (HiddenKeys.isSecret(data.getKey())) {
			return data.withSanitizedValue();
		}
		String text = value.toString();
		if (HiddenKeys.isEndpoint(data.getKey())) {
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
				.ifBound((properties) -> collect(PREFIX, properties, secrets));
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
				collect(key, value.toString(), secrets);
			}
		});
	}

	private static void collect(String key, String value, Set<String> secrets) {
		if (HiddenKeys.isSecret(key)) {
			add(value, secrets);
			add(AFTER_SCHEME.matcher(value), secrets);
		}
		else if (HiddenKeys.isEndpoint(key) && !ExportEndpoint.mask(value).equals(value)) {
			add(value, secrets);
			add(URL_PASSWORD.matcher(value), secrets);
			add(QUERY_VALUE.matcher(value), secrets);
		}
	}

	private static void add(Matcher parts, Set<String> secrets) {
		while (parts.find()) {
			add(parts.group("secret"), secrets);
		}
	}

	private static void add(String secret, Set<String> secrets) {
		if (secret.length() >= MIN_LENGTH) {
			secrets.add(secret);
		}
	}

	private record Known(Set<String> secrets, long readAt) {

	}

}
