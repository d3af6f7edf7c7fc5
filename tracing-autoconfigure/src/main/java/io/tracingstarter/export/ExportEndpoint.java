package io.tracingstarter.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The URL of a backend, taken apart so that its secrets go where they belong: a user name
 * and password become an {@code Authorization} header, and neither the HTTP client nor a
 * log line ever sees them in the URL.
 */
public final class ExportEndpoint {

	/**
	 * Stands where a secret was.
	 */
	public static final String MASK = "******";

	// URI knows no host with an underscore, which container networks allow
	private static final Pattern AUTHORITY = Pattern
		.compile("(?:(?<user>.*)@)?(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");

	private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", Pattern.DOTALL);

	private static final Pattern FRAGMENT = Pattern.compile("#.*", Pattern.DOTALL);

	private static final Pattern QUERY_VALUE = Pattern.compile("([?&][^=&#]*=)[^&#]*");

	private final URI uri;

	private final @Nullable String authorization;

	private ExportEndpoint(URI uri, @Nullable String authorization) {
		this.uri = uri;
		this.authorization = authorization;
	}

	/**
	 * Reads a URL.
	 * @param url an absolute {@code http} or {@code https} URL
	 * @param defaultPath path where the URL has none or only a slash, such as
	 * {@code /v1/traces}
	 * @return the endpoint
	 * @throws IllegalArgumentException with what is wrong, in words that hold nothing of
	 * the URL, because it may hold a secret
	 */
	public static ExportEndpoint parse(String url, String defaultPath) {
		URI parsed = toUri(url.strip());
		String scheme = (parsed.getScheme() != null) ? parsed.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("http") && !scheme.equals("https")) {
			throw new IllegalArgumentException("it is not an http or https URL");
		}
		Matcher authority = AUTHORITY.matcher((parsed.getRawAuthority() != null) ? parsed.getRawAuthority() : "");
		if (!authority.matches()) {
			throw new IllegalArgumentException("it has no valid host and port");
		}
		if (parsed.getRawFragment() != null) {
			throw new IllegalArgumentException("it has a fragment (#)");
		}
		StringBuilder address = new StringBuilder(scheme).append("://").append(authority.group("host"));
		String port = authority.group("port");
		if (port != null) {
			address.append(':').append(checkedPort(port));
		}
		String path = parsed.getRawPath();
		address.append((path == null || path.isEmpty() || path.equals("/")) ? defaultPath : path);
		if (parsed.getRawQuery() != null) {
			address.append('?').append(parsed.getRawQuery());
		}
		return new ExportEndpoint(toUri(address.toString()), basic(authority.group("user")));
	}

	private static URI toUri(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("it does not parse as a URL: " + ex.getReason());
		}
	}

	private static int checkedPort(String digits) {
		int port = Integer.parseInt(digits);
		if (port < 1 || port > 65535) {
			throw new IllegalArgumentException("its port is not between 1 and 65535");
		}
		return port;
	}

	private static @Nullable String basic(@Nullable String userInfo) {
		if (userInfo == null || userInfo.isEmpty()) {
			return null;
		}
		String decoded = URI.create("//" + userInfo + "@host").getUserInfo();
		byte[] bytes = ((decoded != null) ? decoded : userInfo).getBytes(StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(bytes);
	}

	/**
	 * Hides user name, password, the values of query parameters and the fragment.
	 * @param url a URL, also one that does not parse
	 * @return the URL with {@value #MASK} where a secret may have been
	 */
	public static String mask(String url) {
		String masked = USER_INFO.matcher(url).replaceFirst("$1" + Matcher.quoteReplacement(MASK + "@"));
		masked = QUERY_VALUE.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
		return FRAGMENT.matcher(masked).replaceFirst(Matcher.quoteReplacement("#" + MASK));
	}

	/**
	 * The URL without user name and password, for the HTTP client.
	 * @return the URL
	 */
	public URI uri() {
		return this.uri;
	}

	/**
	 * The value of the {@code Authorization} header that user name and password stand
	 * for. A secret.
	 * @return the value, or {@code null} where the URL has no user name
	 */
	public @Nullable String authorization() {
		return this.authorization;
	}

	/**
	 * Returns the URL as log lines may show it.
	 */
	@Override
	public String toString() {
		String shown = (this.authorization != null)
				? this.uri.toString().replaceFirst("//", Matcher.quoteReplacement("//" + MASK + "@"))
				: this.uri.toString();
		return mask(shown);
	}

}
