package io.tracingstarter.cli.source.opensearch;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.http.JsonElements;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes searches in the query language that OpenSearch and Elasticsearch share. Ids and
 * words are JSON values of exact phrases, never part of a query's text.
 */
final class LogQuery {

	private final ObjectNode body = JsonElements.MAPPER.createObjectNode();

	private final ArrayNode filter = this.body.putObject("query").putObject("bool").putArray("filter");

	private final String timeField;

	private LogQuery(String timeField) {
		this.timeField = timeField;
	}

	/**
	 * Returns the search for documents that tell of a span.
	 */
	static LogQuery ofSpans(String timeField) {
		LogQuery query = new LogQuery(timeField);
		ObjectNode any = query.filter.addObject().putObject("bool");
		any.put("minimum_should_match", 1);
		ArrayNode should = any.putArray("should");
		for (String field : LogFields.SPANS) {
			should.addObject().putObject("exists").put("field", field);
		}
		return query;
	}

	/**
	 * @param timeField the field of the time
	 * @param words of which at least one must be a phrase of one of the fields
	 * @param fields where it may stand
	 */
	LogQuery(String timeField, Collection<String> words, List<String> fields) {
		this(timeField);
		ObjectNode any = this.filter.addObject().putObject("bool");
		any.put("minimum_should_match", 1);
		ArrayNode should = any.putArray("should");
		for (String word : words) {
			ObjectNode phrase = should.addObject().putObject("multi_match").put("query", word).put("type", "phrase");
			// a field that holds numbers matches nothing instead of failing
			phrase.put("lenient", true);
			fields.forEach(phrase.putArray("fields")::add);
		}
	}

	/**
	 * Only documents with a time, within the window, in order of time. The order is that
	 * of milliseconds: indices that count milliseconds and those that count nanoseconds
	 * would not mix.
	 * @param from where to begin instead of at the window's beginning, in milliseconds
	 */
	LogQuery inOrder(@Nullable TimeWindow window, @Nullable Long from, String order) {
		Long begin = from;
		if (begin == null && window != null) {
			begin = window.from().toEpochMilli();
		}
		if (begin == null) {
			this.filter.addObject().putObject("exists").put("field", this.timeField);
		}
		else {
			ObjectNode range = this.filter.addObject().putObject("range").putObject(this.timeField);
			range.put("gte", begin);
			if (window != null) {
				range.put("lt", window.until().toEpochMilli());
			}
			range.put("format", "epoch_millis");
		}
		this.body.putArray("sort")
			.addObject()
			.putObject(this.timeField)
			.put("order", order)
			.put("unmapped_type", "date")
			.put("numeric_type", "date");
		return this;
	}

	/**
	 * Only documents without a time.
	 */
	LogQuery withoutTime() {
		ObjectNode not = this.filter.addObject().putObject("bool");
		not.putArray("must_not").addObject().putObject("exists").put("field", this.timeField);
		return this;
	}

	/**
	 * Returns the search as JSON.
	 * @param size how many documents to bring
	 * @param timeout how long each shard may search
	 */
	String json(int size, Duration timeout) {
		this.body.put("size", size);
		this.body.put("timeout", Math.max(1, timeout.toSeconds()) + "s");
		this.body.put("track_total_hits", false);
		return JsonElements.MAPPER.writeValueAsString(this.body);
	}

}
