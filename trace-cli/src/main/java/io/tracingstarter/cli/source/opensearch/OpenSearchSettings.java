package io.tracingstarter.cli.source.opensearch;

import org.jspecify.annotations.Nullable;

/**
 * What to search in OpenSearch or Elasticsearch.
 *
 * @param index the names of indices, aliases or data streams, with commas between them
 * and stars in them, such as {@code logs-*}
 * @param timeField the field of the time, usually {@code @timestamp}
 * @param dashboardsIndexPattern the id of the data view or index pattern in the pages for
 * people; null for their default
 */
public record OpenSearchSettings(String index, String timeField, @Nullable String dashboardsIndexPattern) {

	public static final String TIME_FIELD = "@timestamp";

}
