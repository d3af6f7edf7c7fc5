package io.tracingstarter.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The flags that say what to search.
 */
final class SourceOptions {

	@Option(names = "--config", paramLabel = "FILE", order = 1,
			description = "The configuration. Default: the nearest trace-request.yml of this folder and those above, "
					+ "then ~/.config/trace-request/trace-request.yml.")
	@Nullable Path config;

	@Option(names = "--source", paramLabel = "NAME", split = ",", order = 2,
			description = "Ask only these of the configured sources. Repeatable.")
	List<String> only = new ArrayList<>();

	@Option(names = { "-f", "--file" }, paramLabel = "GLOB", order = 3,
			description = "Search log files: plain, .gz or .zst; - is standard input. Repeatable.")
	List<String> files = new ArrayList<>();

	@Option(names = "--log-group", paramLabel = "NAME", order = 4,
			description = "Search a log group of CloudWatch Logs; * stands for any letters. Repeatable.")
	List<String> logGroups = new ArrayList<>();

	@Option(names = "--xray", order = 5, description = "Search AWS X-Ray.")
	boolean xray;

	@Option(names = "--region", paramLabel = "REGION", order = 6,
			description = "The AWS region of --log-group and --xray. Default: the SDK's.")
	@Nullable String region;

	@Option(names = "--zipkin", paramLabel = "URL", order = 7, description = "Search Zipkin.")
	@Nullable String zipkin;

	@Option(names = "--jaeger", paramLabel = "URL", order = 8, description = "Search Jaeger.")
	@Nullable String jaeger;

	@Option(names = "--tempo", paramLabel = "URL", order = 9, description = "Search Grafana Tempo.")
	@Nullable String tempo;

	@Option(names = "--elasticsearch", paramLabel = "URL", order = 10, description = "Search Elasticsearch.")
	@Nullable String elasticsearch;

	@Option(names = "--opensearch", paramLabel = "URL", order = 11, description = "Search OpenSearch.")
	@Nullable String opensearch;

	@Option(names = "--splunk", paramLabel = "URL", order = 12,
			description = "Search Splunk, at its management port; the token is read from SPLUNK_TOKEN.")
	@Nullable String splunk;

	@Option(names = "--loki", paramLabel = "URL", order = 13, description = "Search Grafana Loki.")
	@Nullable String loki;

	/**
	 * Returns the settings of the sources that the flags name, as the file would have
	 * them.
	 */
	Map<String, Map<String, Object>> sources() {
		Map<String, Map<String, Object>> sources = new LinkedHashMap<>();
		if (!this.files.isEmpty()) {
			sources.put("files", Map.of("paths", this.files));
		}
		if (!this.logGroups.isEmpty()) {
			sources.put("cloudwatch", withRegion(Map.of("groups", this.logGroups)));
		}
		if (this.xray) {
			sources.put("xray", withRegion(Map.of()));
		}
		put(sources, "zipkin", this.zipkin);
		put(sources, "jaeger", this.jaeger);
		put(sources, "tempo", this.tempo);
		put(sources, "elasticsearch", this.elasticsearch);
		put(sources, "opensearch", this.opensearch);
		put(sources, "loki", this.loki);
		if (this.splunk != null) {
			sources.put("splunk", Map.of("url", this.splunk, "token", "${SPLUNK_TOKEN}"));
		}
		return sources;
	}

	private static void put(Map<String, Map<String, Object>> sources, String type, @Nullable String url) {
		if (url != null) {
			sources.put(type, Map.of("url", url));
		}
	}

	private Map<String, Object> withRegion(Map<String, Object> settings) {
		if (this.region == null) {
			return settings;
		}
		Map<String, Object> all = new LinkedHashMap<>(settings);
		all.put("region", this.region);
		return all;
	}

}
