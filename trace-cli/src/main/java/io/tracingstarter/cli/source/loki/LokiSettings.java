package io.tracingstarter.cli.source.loki;

import io.tracingstarter.cli.source.grafana.GrafanaExplore;
import org.jspecify.annotations.Nullable;

/**
 * What to search in Loki.
 *
 * @param selector the streams to search, such as <code>{namespace="shop"}</code>
 * @param grafana where people look at it; null for no links
 */
public record LokiSettings(String selector, @Nullable GrafanaExplore grafana) {

	/** All streams that name their service, which newer ones all do. */
	public static final String ALL_SERVICES = "{service_name=~\".+\"}";

}
