package io.tracingstarter.autoconfigure.web;

import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.PathPatterns;
import io.tracingstarter.web.NoiseMatcher;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which requests make no spans and no lines in the access log. Their ids still work.
 *
 * @param healthChecks Whether these are the endpoints of the actuator and the requests of
 * ELB-HealthChecker, kube-probe and GoogleHC.
 * @param staticResources Whether these are static files: style sheets, scripts, images,
 * fonts.
 * @param paths Further path patterns, below the context path, for example "/internal/**".
 * @param userAgents Further user agents, by what they begin with.
 */
@ConfigurationProperties("tracing.noise")
public record NoiseProperties(@DefaultValue("true") boolean healthChecks, @DefaultValue("true") boolean staticResources,
		@DefaultValue List<String> paths, @DefaultValue List<String> userAgents) {

	private static final List<String> HEALTH_CHECKERS = List.of("ELB-HealthChecker", "kube-probe", "GoogleHC");

	/**
	 * Checks the patterns.
	 * @throws InvalidTracingPropertyException if one cannot be a path pattern
	 */
	public NoiseProperties {
		for (int i = 0; i < paths.size(); i++) {
			PathPatterns.require("tracing.noise.paths[" + i + "]", paths.get(i));
		}
	}

	NoiseMatcher matcher(String actuatorPath) {
		List<String> allPaths = new ArrayList<>(this.paths);
		List<String> allUserAgents = new ArrayList<>(this.userAgents);
		if (this.healthChecks) {
			allUserAgents.addAll(HEALTH_CHECKERS);
			// at the root, it cannot be told from the application
			if (actuatorPath.length() > 1) {
				allPaths.add(actuatorPath + "/**");
			}
		}
		return new NoiseMatcher(allPaths, allUserAgents, this.staticResources);
	}

}
