package io.tracingstarter.cli.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.source.http.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one source: reads them one by one, and complains of those that nobody
 * read, since they are spelled wrongly.
 */
final class Settings {

	private final String place;

	private final Map<String, Object> values;

	private final Path folder;

	private final Set<String> read = new LinkedHashSet<>(Set.of("type", "enabled"));

	/**
	 * @param place how messages name it
	 * @param values strings, lists and maps of strings; placeholders resolved
	 * @param folder what relative paths start from
	 */
	Settings(String place, Map<String, Object> values, Path folder) {
		this.place = place;
		this.values = values;
		this.folder = folder;
	}

	String place() {
		return this.place;
	}

	Path folder() {
		return this.folder;
	}

	String requiredText(String key) {
		String value = text(key);
		if (value == null) {
			throw new ConfigurationException(this.place + " needs a setting " + key);
		}
		return value;
	}

	List<String> required(String key) {
		List<String> values = list(key);
		if (values.isEmpty()) {
			throw new ConfigurationException(this.place + " needs a list " + key + " that is not empty");
		}
		return values;
	}

	@Nullable String text(String key) {
		this.read.add(key);
		Object value = this.values.get(key);
		if (value instanceof List || value instanceof Map) {
			throw new ConfigurationException(this.place + "." + key + " must be a single value");
		}
		return (value != null) ? value.toString() : null;
	}

	String text(String key, String fallback) {
		String value = text(key);
		return (value != null) ? value : fallback;
	}

	boolean flag(String key, boolean fallback) {
		String value = text(key);
		if (value == null) {
			return fallback;
		}
		return switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new ConfigurationException(this.place + "." + key + " must be true or false");
		};
	}

	/**
	 * Returns a list, for which a single value does, too.
	 */
	List<String> list(String key) {
		this.read.add(key);
		Object value = this.values.get(key);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			List<String> texts = new ArrayList<>();
			list.forEach((element) -> texts.add(String.valueOf(element)));
			return texts;
		}
		if (value instanceof Map) {
			throw new ConfigurationException(this.place + "." + key + " must be a list");
		}
		return List.of(value.toString());
	}

	Map<String, String> map(String key) {
		this.read.add(key);
		Object value = this.values.get(key);
		Map<String, String> result = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, element) -> result.put(String.valueOf(name), String.valueOf(element)));
		}
		else if (value != null) {
			throw new ConfigurationException(this.place + "." + key + " must be a map, such as {Name: value}");
		}
		return result;
	}

	@Nullable Duration duration(String key) {
		String value = text(key);
		return (value != null) ? Times.duration(value, this.place + "." + key) : null;
	}

	@Nullable URI url(String key) {
		String value = text(key);
		return (value != null) ? toUrl(value, this.place + "." + key) : null;
	}

	/**
	 * Returns {@code url}, {@code ui-url} and what authenticates.
	 */
	Endpoint endpoint() {
		URI url = url("url");
		if (url == null) {
			throw new ConfigurationException(this.place + " needs a url, such as http://localhost:9411");
		}
		Map<String, String> headers = map("headers");
		String username = text("username");
		String token = text("token");
		if (token != null) {
			headers.put("Authorization", "Bearer " + token);
		}
		else if (username != null) {
			headers.put("Authorization", basic(username + ":" + text("password", "")));
		}
		else if (url.getRawUserInfo() != null) {
			headers.putIfAbsent("Authorization", basic(url.getUserInfo()));
		}
		this.read.add("password");
		return new Endpoint(bare(url), url("ui-url"), headers);
	}

	private static String basic(String userInfo) {
		return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns the URL without user, query and slash at the end.
	 */
	private static URI bare(URI url) {
		String path = (url.getRawPath() != null) ? url.getRawPath().replaceAll("/+$", "") : "";
		String host = (url.getHost() != null) ? url.getHost() : "";
		return URI.create(url.getScheme() + "://" + host + ((url.getPort() >= 0) ? ":" + url.getPort() : "") + path);
	}

	private static URI toUrl(String value, String place) {
		String text = value.contains("://") ? value : "http://" + value;
		try {
			URI uri = new URI(text);
			if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// said below, without the value, which may hold a password
		}
		throw new ConfigurationException(place + " must be an http or https URL, such as http://localhost:9411");
	}

	/**
	 * Complains of settings that nobody asked for.
	 */
	void rejectUnread() {
		for (String key : this.values.keySet()) {
			if (!this.read.contains(key)) {
				throw new ConfigurationException(this.place + " has no setting \"" + key + "\"."
						+ Similar.hint(key, this.read) + " It knows " + String.join(", ", this.read) + ".");
			}
		}
	}

}
