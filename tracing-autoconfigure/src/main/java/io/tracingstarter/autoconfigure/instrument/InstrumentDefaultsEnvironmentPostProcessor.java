package io.tracingstarter.autoconfigure.instrument;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches on, at the lowest priority, what Boot and libraries can observe but leave off:
 * what a user writes wins.
 */
class InstrumentDefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		if (isEnabled(environment, "jdbc")) {
			defaults.put("jdbc.includes", "query");
		}
		else {
			// it came with the starter, and is on by itself
			defaults.put("jdbc.datasource-proxy.enabled", "false");
		}
		if (isEnabled(environment, "kafka")) {
			defaults.put("spring.kafka.template.observation-enabled", "true");
			defaults.put("spring.kafka.listener.observation-enabled", "true");
		}
		if (isEnabled(environment, "amqp")) {
			defaults.put("spring.rabbitmq.template.observation-enabled", "true");
			defaults.put("spring.rabbitmq.listener.simple.observation-enabled", "true");
			defaults.put("spring.rabbitmq.listener.direct.observation-enabled", "true");
			defaults.put("spring.rabbitmq.listener.stream.observation-enabled", "true");
		}
		environment.getPropertySources().addLast(new MapPropertySource("tracingInstrumentDefaults", defaults));
	}

	private static boolean isEnabled(ConfigurableEnvironment environment, String library) {
		return environment.getProperty("tracing.enabled", Boolean.class, true)
				&& environment.getProperty("tracing.instrument." + library + ".enabled", Boolean.class, true);
	}

}
