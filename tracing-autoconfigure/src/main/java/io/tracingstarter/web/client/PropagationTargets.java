package io.tracingstarter.web.client;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The hosts that may receive the ids of a request.
 */
public final class PropagationTargets {

	private static final String ALL = "*";

	private final boolean all;

	private final List<String> patterns;

	/**
	 * Creates the list of hosts.
	 * @param patterns host names in any case: {@code *} is every host,
	 * {@code *.example.com} every host below {@code example.com}, anything else that host
	 * alone; without port
	 */
	public PropagationTargets(List<String> patterns) {
		this.all = patterns.contains(ALL);
		this.patterns = patterns.stream().map((pattern) -> pattern.toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * Says whether a host may receive the ids.
	 * @param host host name without port, or {@code null} where a request has none
	 * @return {@code true} if it may
	 */
	public boolean allows(@Nullable String host) {
		if (this.all) {
			return true;
		}
		if (host == null) {
			return false;
		}
		String name = host.toLowerCase(Locale.ROOT);
		for (String pattern : this.patterns) {
			if (pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern)) {
				return true;
			}
		}
		return false;
	}

}
