package io.tracingstarter.autoconfigure.logging;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Swaps the encoders of a user's own Logback configuration, right after Spring Boot has
 * read it, if {@code tracing.logging.replace-encoders} asks for it.
 */
class EncoderReplacementListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Binder binder = Binder.get(event.getEnvironment());
		if (isWanted(binder) && LoggingEnvironmentPostProcessor.isOn(binder, "tracing.enabled")
				&& LoggingEnvironmentPostProcessor.isOn(binder, LoggingProperties.PREFIX + ".json")
				&& JsonLogSupport.of(event.getSpringApplication().getClassLoader()) == JsonLogSupport.AVAILABLE) {
			new EncoderReplacement(event.getEnvironment()).run();
		}
	}

	private static boolean isWanted(Binder binder) {
		try {
			return binder.bind(LoggingProperties.PREFIX + ".replace-encoders", Boolean.class).orElse(false);
		}
		catch (BindException ex) {
			// stops the start-up later
			return false;
		}
	}

}
