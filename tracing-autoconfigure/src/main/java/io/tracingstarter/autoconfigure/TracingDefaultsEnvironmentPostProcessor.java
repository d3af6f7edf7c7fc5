package io.tracingstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Sets defaults for properties of Boot, at the lowest priority: whatever a user writes
 * anywhere wins.
 */
class TracingDefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final Set<String> FURTHER_FORMATS = Set.of("jaeger", "xray");

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.getProperty("tracing.enabled", Boolean.class, true)) {
			return;
		}
		Map<String, Object> defaults = new LinkedHashMap<>();
		sampling(environment, defaults);
		// without it, a reactive service logs no ids at all
		defaults.put("spring.reactor.context-propagation", "auto");
		annotations(defaults);
		// three more spans for each request, of which no one has asked for
		defaults.put("management.observations.enable.spring.security", "false");
		// else the first request logs the start of Spring MVC, before it has its ids
		defaults.put("spring.mvc.servlet.load-on-startup", "1");
		accessLog(environment, defaults);
		// else one span can hold any amount of memory, and a queue of spans any multiple
		defaults.put("management.opentelemetry.tracing.limits.max-attribute-value-length", "16384");
		resource(environment, defaults);
		propagation(environment, defaults, "consume");
		propagation(environment, defaults, "produce");
		BootDefaults.add(environment, defaults);
	}

	/** Read only where the user switches Tomcat's access log on. */
	private static void accessLog(ConfigurableEnvironment environment, Map<String, Object> defaults) {
		boolean queries = isOff(environment, "tracing.masking.enabled")
				|| isOff(environment, "tracing.masking.url-queries");
		defaults.put("server.tomcat.accesslog.pattern",
				"%h %l %u %t \"" + (queries ? "%r" : "%m %U %H") + "\" %s %b %{correlationId}r %{traceId}r");
	}

	private static boolean isOff(ConfigurableEnvironment environment, String property) {
		return "false".equalsIgnoreCase(environment.getProperty(property));
	}

	/**
	 * A wrong value stays here, so that the failure names our property and not Boot's.
	 */
	private static void sampling(ConfigurableEnvironment environment, Map<String, Object> defaults) {
		String probability = environment.getProperty("tracing.sampling.probability", "1.0");
		if (isShare(probability)) {
			defaults.put("management.tracing.sampling.probability", probability);
		}
	}

	/** With AspectJ there, whoever writes an annotation wants its span. */
	private static void annotations(Map<String, Object> defaults) {
		if (ClassUtils.isPresent("org.aspectj.weaver.Advice", null)) {
			defaults.put("management.observations.annotations.enabled", "true");
		}
	}

	/** YAML turns 0.0001 into a number, and that into 1.0E-4. */
	private static boolean isShare(String probability) {
		try {
			double share = Double.parseDouble(probability);
			return share >= 0 && share <= 1;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	/** Log lines and spans say the same about the service. */
	private static void resource(ConfigurableEnvironment environment, Map<String, Object> defaults) {
		ServiceIdentity identity;
		try {
			identity = ServiceIdentity.from(environment);
		}
		catch (IllegalArgumentException ex) {
			// a placeholder that nobody can resolve is Boot's to report
			return;
		}
		String attribute = "management.opentelemetry.resource-attributes[%s]";
		defaults.put(attribute.formatted("deployment.environment.name"), identity.environment());
		if (identity.version() != null) {
			defaults.put(attribute.formatted("service.version"), identity.version());
		}
	}

	/**
	 * Boot's own formats go to Boot; those that it does not know are added by a bean.
	 */
	private static void propagation(ConfigurableEnvironment environment, Map<String, Object> defaults,
			String direction) {
		Binder binder = Binder.get(environment);
		String property = "management.tracing.propagation." + direction;
		// a list in YAML is no property of that name
		if (!binder.bind(property, Bindable.listOf(String.class)).isBound()) {
			binder.bind("tracing.propagation." + direction, Bindable.listOf(String.class))
				.ifBound((formats) -> defaults.put(property, bootsOwn(formats)));
		}
	}

	private static String bootsOwn(List<String> formats) {
		return String.join(",",
				formats.stream().filter((format) -> !FURTHER_FORMATS.contains(letters(format))).toList());
	}

	/** The one spelling that all those which bind to a name come down to. */
	private static String letters(String format) {
		return format.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

}
