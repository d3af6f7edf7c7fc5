package io.tracingstarter.autoconfigure.logging;

import java.util.Map;

import ch.qos.logback.core.Context;
import io.tracingstarter.autoconfigure.ServiceIdentity;
import io.tracingstarter.autoconfigure.masking.SecretMaskers;
import io.tracingstarter.logging.JsonLogEncoder;
import io.tracingstarter.logging.JsonLogSettings;
import io.tracingstarter.logging.LogLayout;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Creates the encoder from the environment, because logging starts before there is a
 * context.
 * <p>
 * A wrong value counts as not set here: {@link LoggingProperties} stops the start-up a
 * moment later, with a message that this encoder has to write.
 */
final class JsonLogEncoderFactory {

	private final Environment environment;

	private final Binder binder;

	JsonLogEncoderFactory(Environment environment) {
		this.environment = environment;
		this.binder = Binder.get(environment);
	}

	JsonLogEncoder create(@Nullable Context context) {
		JsonLogEncoder encoder = new JsonLogEncoder(settings());
		encoder.setContext(context);
		encoder.start();
		return encoder;
	}

	private JsonLogSettings settings() {
		ServiceIdentity identity = identity();
		int length = bind("stack-trace.max-length", Bindable.of(Integer.class),
				LoggingProperties.DEFAULT_STACK_TRACE_LENGTH);
		return new JsonLogSettings(bind("layout", Bindable.of(LogLayout.class), LogLayout.LOGSTASH),
				new JsonLogSettings.Service(identity.name(), identity.version(), identity.environment()),
				bind("fields", Bindable.mapOf(String.class, String.class), Map.of()),
				(length > 0) ? length : LoggingProperties.DEFAULT_STACK_TRACE_LENGTH,
				SecretMaskers.from(this.environment),
				bindName("tracing.exporters.xray.enabled", Bindable.of(Boolean.class), false));
	}

	private ServiceIdentity identity() {
		try {
			return ServiceIdentity.from(this.environment);
		}
		catch (IllegalArgumentException ex) {
			// a placeholder without a value
			return new ServiceIdentity(ServiceIdentity.UNKNOWN_NAME, null, ServiceIdentity.DEFAULT_ENVIRONMENT);
		}
	}

	private <T> T bind(String name, Bindable<T> target, T fallback) {
		return bindName(LoggingProperties.PREFIX + "." + name, target, fallback);
	}

	private <T> T bindName(String name, Bindable<T> target, T fallback) {
		try {
			return this.binder.bind(name, target).orElse(fallback);
		}
		catch (BindException ex) {
			return fallback;
		}
	}

}
