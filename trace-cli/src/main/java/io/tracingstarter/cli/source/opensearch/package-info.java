/**
 * Asks OpenSearch and Elasticsearch.
 */
@NullMarked
package io.tracingstarter.cli.source.opensearch;

import org.jspecify.annotations.NullMarked;
