package io.tracingstarter.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Knows the requests that nobody wants to see: health checks, static files, and what the
 * user names.
 * <p>
 * Asked for each request.
 */
public final class NoiseMatcher {

	private static final String[] STATIC_EXTENSIONS = { ".css", ".js", ".mjs", ".map", ".ico", ".png", ".jpg", ".jpeg",
			".gif", ".svg", ".webp", ".avif", ".woff", ".woff2", ".ttf", ".eot", ".webmanifest" };

	private final PathMatcher paths;

	private final String[] userAgents;

	private final boolean staticResources;

	/**
	 * Creates a matcher.
	 * @param paths patterns of paths below the application's context path, as Spring
	 * writes them
	 * @param userAgents what the user agent begins with
	 * @param staticResources whether files such as style sheets, scripts and images are
	 * noise
	 */
	public NoiseMatcher(List<String> paths, List<String> userAgents, boolean staticResources) {
		this.paths = new PathMatcher(paths);
		this.userAgents = userAgents.toArray(String[]::new);
		this.staticResources = staticResources;
	}

	/**
	 * Whether a request is noise.
	 * @param path its path below the application's context path, not decoded
	 * @param userAgent its {@code User-Agent}
	 * @return whether nobody wants to see it
	 */
	public boolean matches(String path, @Nullable String userAgent) {
		return this.paths.matches(path) || (userAgent != null && isUserAgent(userAgent))
				|| (this.staticResources && isStaticResource(path));
	}

	private boolean isUserAgent(String userAgent) {
		for (String start : this.userAgents) {
			if (userAgent.startsWith(start)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isStaticResource(String path) {
		if (path.lastIndexOf('.') <= path.lastIndexOf('/')) {
			return false;
		}
		for (String extension : STATIC_EXTENSIONS) {
			if (path.endsWith(extension)) {
				return true;
			}
		}
		return false;
	}

}
