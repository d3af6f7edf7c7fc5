package io.tracingstarter.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Knows the requests that nobody wants to see: health checks, static files, and what the
 * user names.
 * <p>
 * Asked for each request. Compares text only, and allocates nothing unless a pattern has
 * a wildcard somewhere else than in a <code>/**</code> at its end.
 */
public final class NoiseMatcher {

	private static final String[] STATIC_EXTENSIONS = { ".css", ".js", ".mjs", ".map", ".ico", ".png", ".jpg", ".jpeg",
			".gif", ".svg", ".webp", ".avif", ".woff", ".woff2", ".ttf", ".eot", ".webmanifest" };

	private final String[] prefixes;

	private final PathPattern[] patterns;

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
		this.prefixes = paths.stream().filter(NoiseMatcher::isPrefix).map(NoiseMatcher::prefix).toArray(String[]::new);
		this.patterns = paths.stream()
			.filter((path) -> !isPrefix(path))
			.map(PathPatternParser.defaultInstance::parse)
			.toArray(PathPattern[]::new);
		this.userAgents = userAgents.toArray(String[]::new);
		this.staticResources = staticResources;
	}

	private static boolean isPrefix(String path) {
		return path.endsWith("/**") && !PathPatternParser.defaultInstance.parse(prefix(path)).hasPatternSyntax();
	}

	private static String prefix(String path) {
		return path.substring(0, path.length() - "/**".length());
	}

	/**
	 * Whether a request is noise.
	 * @param path its path below the application's context path, not decoded
	 * @param userAgent its {@code User-Agent}
	 * @return whether nobody wants to see it
	 */
	public boolean matches(String path, @Nullable String userAgent) {
		return isBelowPrefix(path) || (userAgent != null && isUserAgent(userAgent))
				|| (this.staticResources && isStaticResource(path)) || (this.patterns.length > 0 && isPattern(path));
	}

	private boolean isBelowPrefix(String path) {
		for (String prefix : this.prefixes) {
			if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
				return true;
			}
		}
		return false;
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

	private boolean isPattern(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		for (PathPattern pattern : this.patterns) {
			if (pattern.matches(parsed)) {
				return true;
			}
		}
		return false;
	}

}
