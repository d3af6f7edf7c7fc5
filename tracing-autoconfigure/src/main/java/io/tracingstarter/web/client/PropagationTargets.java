package io.tracingstarter.web.client;

import java.net.URI;
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

	boolean allowAll() {
		return this.all;
	}

	/**
	 * The host of a request. {@link URI#getHost()} does not know one with an underscore,
	 * as container networks are fond of.
	 * @param uri the request's
	 * @return the host without port; {@code null} where there is none
	 */
	static @Nullable String hostOf(URI uri) {
		String host = uri.getHost();
		return (host != null || uri.getRawAuthority() == null) ? host : hostOf(uri.getRawAuthority());
	}

	/**
	 * The host of an authority.
	 * @param authority user, host and port, of which only the host must be there
	 * @return the host; an IPv6 address in its brackets
	 */
	static String hostOf(String authority) {
		String host = authority.substring(authority.lastIndexOf('@') + 1);
		int port = host.lastIndexOf(':');
		return (port > host.lastIndexOf(']')) ? host.substring(0, port) : host;
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
