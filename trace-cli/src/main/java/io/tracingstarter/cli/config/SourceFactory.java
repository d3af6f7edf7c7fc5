package io.tracingstarter.cli.config;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.file.FileSource;
import io.tracingstarter.cli.source.file.StdinSource;
import io.tracingstarter.cli.source.grafana.GrafanaExplore;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.honeycomb.HoneycombLinks;
import io.tracingstarter.cli.source.jaeger.JaegerSource;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.source.loki.LokiSettings;
import io.tracingstarter.cli.source.loki.LokiSource;
import io.tracingstarter.cli.source.opensearch.OpenSearchSettings;
import io.tracingstarter.cli.source.opensearch.OpenSearchSource;
import io.tracingstarter.cli.source.splunk.SplunkSource;
import io.tracingstarter.cli.source.tempo.TempoSource;
import io.tracingstarter.cli.source.zipkin.ZipkinSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a source of its settings.
 */
final class SourceFactory {

	private static final String STDIN = "-";

	private final Placeholders placeholders;

	private final LogDecoder decoder = new LogDecoder();

	private final Map<String, Maker> makers = new TreeMap<>(Map.of("files", this::files, "zipkin", this::zipkin,
			"jaeger", this::jaeger, "tempo", this::tempo, "elasticsearch", this::opensearch, "opensearch",
			this::opensearch, "splunk", this::splunk, "loki", this::loki, "honeycomb", this::honeycomb));

	private @Nullable HttpClient client;

	SourceFactory(Placeholders placeholders) {
		this.placeholders = placeholders;
		AwsSources aws = new AwsSources(this.decoder);
		this.makers.put("cloudwatch", aws::cloudWatch);
		this.makers.put("xray", aws::xray);
	}

	/**
	 * Makes a source.
	 * @param name the name under which it is configured; its type where no other is set
	 * @param place how messages name its settings
	 * @param values its settings, placeholders not yet resolved
	 * @param folder what relative paths start from
	 * @param timeouts takes how long it may take, where it says so
	 */
	Source create(String name, String place, Map<String, Object> values, Path folder, Map<String, Duration> timeouts) {
		Settings settings = new Settings(place, resolved(values, place), folder);
		String type = settings.text("type", name).toLowerCase(Locale.ROOT);
		Maker maker = this.makers.get(type);
		if (maker == null) {
			throw new ConfigurationException(
					place + " is of no known type (" + type + ")." + Similar.hint(type, this.makers.keySet())
							+ " Set type to one of " + String.join(", ", this.makers.keySet()) + ".");
		}
		Duration timeout = settings.duration("timeout");
		if (timeout != null) {
			timeouts.put(name, timeout);
		}
		Source source = maker.make(name, settings);
		settings.rejectUnread();
		return source;
	}

	private Map<String, Object> resolved(Map<String, Object> values, String place) {
		Map<String, Object> result = new LinkedHashMap<>();
		values.forEach((key, value) -> result.put(key, resolved(value, place + "." + key)));
		return result;
	}

	private Object resolved(@Nullable Object value, String place) {
		if (value instanceof List<?> list) {
			List<Object> result = new ArrayList<>();
			list.forEach((element) -> result.add(resolved(element, place)));
			return result;
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> result = new LinkedHashMap<>();
			map.forEach((key, element) -> result.put(String.valueOf(key), resolved(element, place + "." + key)));
			return result;
		}
		return this.placeholders.resolve(String.valueOf(value), place);
	}

	private Source files(String name, Settings settings) {
		List<String> paths = settings.required("paths");
		if (paths.contains(STDIN)) {
			if (paths.size() > 1) {
				throw new ConfigurationException("Standard input (-) stands alone: name other files in another run.");
			}
			return new StdinSource(System.in);
		}
		return new FileSource(name, paths.stream().map((path) -> absolute(path, settings.folder())).toList());
	}

	private static String absolute(String path, Path folder) {
		boolean relative = !path.startsWith("~") && !Path.of(path.replaceAll("[*?{}\\[\\]]", "x")).isAbsolute();
		return (relative && !folder.toString().isEmpty()) ? folder + "/" + path : path;
	}

	private Source zipkin(String name, Settings settings) {
		return new ZipkinSource(name, settings.endpoint(), client());
	}

	private Source jaeger(String name, Settings settings) {
		return new JaegerSource(name, settings.endpoint(), client());
	}

	private Source tempo(String name, Settings settings) {
		return new TempoSource(name, settings.endpoint(), client(), grafana(settings));
	}

	private Source opensearch(String name, Settings settings) {
		return new OpenSearchSource(name, settings.endpoint(), client(),
				new OpenSearchSettings(settings.text("index", "*"),
						settings.text("time-field", OpenSearchSettings.TIME_FIELD), settings.text("index-pattern")),
				this.decoder);
	}

	private Source splunk(String name, Settings settings) {
		return new SplunkSource(name, settings.endpoint(), client(), settings.text("index", ""), this.decoder);
	}

	private Source loki(String name, Settings settings) {
		return new LokiSource(name, settings.endpoint(), client(),
				new LokiSettings(settings.text("selector", LokiSettings.ALL_SERVICES), grafana(settings)),
				this.decoder);
	}

	private Source honeycomb(String name, Settings settings) {
		URI url = settings.url("url");
		return new HoneycombLinks(name, (url != null) ? url : URI.create("https://ui.honeycomb.io"),
				settings.requiredText("team"), settings.requiredText("environment"));
	}

	private static @Nullable GrafanaExplore grafana(Settings settings) {
		URI url = settings.url("grafana-url");
		String uid = settings.text("grafana-datasource");
		return (url != null && uid != null) ? new GrafanaExplore(url, uid) : null;
	}

	private HttpClient client() {
		if (this.client == null) {
			this.client = HttpJson.client();
		}
		return this.client;
	}

	/**
	 * Makes a source of one type.
	 */
	interface Maker {

		Source make(String name, Settings settings);

	}

}
