package io.tracingstarter.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The flags that say what to search.
 */
final class SourceOptions {

	/** Flags that take the address of a store, by the type of the store. */
	private static final Map<String, String> STORES = new LinkedHashMap<>();
	static {
		STORES.put("zipkin", "Search Zipkin.");
		STORES.put("jaeger", "Search Jaeger.");
		STORES.put("tempo", "Search Grafana Tempo.");
		STORES.put("elasticsearch", "Search Elasticsearch.");
		STORES.put("opensearch", "Search OpenSearch.");
		STORES.put("splunk", "Search Splunk, at its management port; the token is read from SPLUNK_TOKEN.");
		STORES.put("loki", "Search Grafana Loki.");
	}

	private final ParseResult typed;

	SourceOptions(ParseResult typed) {
		this.typed = typed;
	}

	static Flags flags() {
		Flags flags = new Flags("Where to search", 1)
			.file("--config",
					"The configuration. Default: the nearest trace-request.yml of this folder and those above, "
							+ "then ~/.config/trace-request/trace-request.yml.")
			.texts(Flags.named("--source", "Ask only these of the configured sources. Repeatable.").splitRegex(","),
					"NAME")
			.texts(OptionSpec.builder("-f", "--file")
				.description("Search log files: plain, .gz or .zst; - is standard input. Repeatable."), "GLOB")
			.texts(Flags.named("--log-group",
					"Search a log group of CloudWatch Logs; * stands for any letters. Repeatable."), "NAME")
			.flag("--xray", "Search AWS X-Ray.")
			.text("--region", "REGION", "The AWS region of --log-group and --xray. Default: the SDK's.");
		STORES.forEach((type, description) -> flags.text("--" + type, "URL", description));
		return flags;
	}

	@Nullable Path config() {
		return this.typed.matchedOptionValue("--config", (Path) null);
	}

	/**
	 * Returns the names of those to ask; empty for all.
	 */
	List<String> only() {
		return this.typed.matchedOptionValue("--source", List.of());
	}

	/**
	 * Returns the settings of the sources that the flags name, as the file would have
	 * them.
	 */
	Map<String, Map<String, Object>> sources() {
		Map<String, Map<String, Object>> sources = new LinkedHashMap<>();
		if (this.typed.hasMatchedOption("--file")) {
			sources.put("files", Map.of("paths", this.typed.matchedOptionValue("--file", List.of())));
		}
		if (this.typed.hasMatchedOption("--log-group")) {
			sources.put("cloudwatch",
					withRegion(Map.of("groups", this.typed.matchedOptionValue("--log-group", List.of()))));
		}
		if (this.typed.hasMatchedOption("--xray")) {
			sources.put("xray", withRegion(Map.of()));
		}
		for (String type : STORES.keySet()) {
			String url = this.typed.matchedOptionValue("--" + type, (String) null);
			if (url != null) {
				sources.put(type,
						type.equals("splunk") ? Map.of("url", url, "token", "${SPLUNK_TOKEN}") : Map.of("url", url));
			}
		}
		return sources;
	}

	private Map<String, Object> withRegion(Map<String, Object> settings) {
		String region = this.typed.matchedOptionValue("--region", (String) null);
		if (region == null) {
			return settings;
		}
		Map<String, Object> all = new LinkedHashMap<>(settings);
		all.put("region", region);
		return all;
	}

}
