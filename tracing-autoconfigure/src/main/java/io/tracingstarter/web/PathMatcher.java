package io.tracingstarter.web;

import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Knows paths by patterns as Spring writes them.
 * <p>
 * Asked for each request. Compares text only, and allocates nothing unless a pattern has
 * a wildcard somewhere else than in a <code>/**</code> at its end.
 */
public final class PathMatcher {

	private final String[] prefixes;

	private final PathPattern[] patterns;

	/**
	 * Creates a matcher.
	 * @param paths patterns of paths below the application's context path
	 */
	public PathMatcher(List<String> paths) {
		this.prefixes = paths.stream().filter(PathMatcher::isPrefix).map(PathMatcher::prefix).toArray(String[]::new);
		this.patterns = paths.stream()
			.filter((path) -> !isPrefix(path))
			.map(PathPatternParser.defaultInstance::parse)
			.toArray(PathPattern[]::new);
	}

	private static boolean isPrefix(String path) {
		return path.endsWith("/**") && !PathPatternParser.defaultInstance.parse(prefix(path)).hasPatternSyntax();
	}

	private static String prefix(String path) {
		return path.substring(0, path.length() - "/**".length());
	}

	/**
	 * Whether a pattern matches.
	 * @param path a path below the application's context path, not decoded
	 * @return whether one does
	 */
	public boolean matches(String path) {
		return isBelowPrefix(path) || (this.patterns.length > 0 && isPattern(path));
	}

	private boolean isBelowPrefix(String path) {
		for (String prefix : this.prefixes) {
			if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
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

	@Override
	public String toString() {
		return List.of(this.prefixes) + " " + List.of(this.patterns);
	}

}
