package io.tracingstarter.sampling.xray;

import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.tracingstarter.sampling.RequestHints;
import org.jspecify.annotations.Nullable;

/**
 * One rule: which requests it is for, and how many of them are sampled.
 *
 * @param name its name, unique in an account
 * @param priority from 1 to 9999; the lowest number is asked first
 * @param reservoir traces in a second that are sampled before the rate applies; 0 for
 * none
 * @param rate share of the others, from 0.0 to 1.0
 * @param host pattern of the header {@code Host}
 * @param method pattern of the HTTP method
 * @param path pattern of the path
 * @param attributes patterns of attributes that a span starts with
 */
record Rule(String name, int priority, int reservoir, double rate, Glob host, Glob method, Glob path,
		Map<AttributeKey<String>, Glob> attributes) {

	/**
	 * Whether the rule is for a trace that starts now.
	 */
	boolean matches(@Nullable RequestHints request, SampledService service, Attributes start) {
		boolean matches = (request != null)
				? this.method.matches(request.method()) && this.host.matches(request.host())
						&& this.path.matches(service.pathOf(request.path()))
				: this.method.matches(null) && this.host.matches(null) && this.path.matches(null);
		return matches && (this.attributes.isEmpty() || matches(start));
	}

	private boolean matches(Attributes start) {
		for (Map.Entry<AttributeKey<String>, Glob> attribute : this.attributes.entrySet()) {
			if (!attribute.getValue().matches(start.get(attribute.getKey()))) {
				return false;
			}
		}
		return true;
	}

}
