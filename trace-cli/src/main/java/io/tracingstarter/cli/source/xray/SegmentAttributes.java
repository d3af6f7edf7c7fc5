package io.tracingstarter.cli.source.xray;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Names what a segment says as OpenTelemetry's semantic conventions name it.
 */
final class SegmentAttributes {

	private static final int MOST = 200;

	private static final Map<String, String> AWS = Map.of("operation", "rpc.method", "region", "cloud.region",
			"account_id", "cloud.account.id", "request_id", "aws.request_id", "queue_url", "aws.sqs.queue.url",
			"table_name", "aws.dynamodb.table_names", "bucket_name", "aws.s3.bucket", "function_name", "faas.name");

	private SegmentAttributes() {
	}

	/**
	 * Returns the attributes, annotations first; at most {@value #MOST}.
	 */
	static Map<String, String> of(Segment segment) {
		JsonNode json = segment.json();
		Map<String, String> attributes = new LinkedHashMap<>();
		addAll(attributes, "", json.path("annotations"));
		http(attributes, json.path("http"));
		aws(attributes, json.path("aws"));
		sql(attributes, json.path("sql"));
		Json.put(attributes, "user.id", Json.text(json, "user"));
		Json.put(attributes, "service.version", Json.text(json.path("service"), "version"));
		Json.put(attributes, "aws.xray.origin", Json.text(json, "origin"));
		for (String flag : new String[] { "fault", "error", "throttle", "in_progress", "inferred" }) {
			Json.put(attributes, "aws.xray." + flag, Json.isTrue(json, flag) ? "true" : null);
		}
		for (Map.Entry<String, JsonNode> namespace : json.path("metadata").properties()) {
			addAll(attributes, namespace.getKey().equals("default") ? "" : namespace.getKey() + ".",
					namespace.getValue());
		}
		return attributes;
	}

	private static void http(Map<String, String> attributes, JsonNode http) {
		JsonNode request = http.path("request");
		Json.put(attributes, "http.request.method", Json.text(request, "method"));
		Json.put(attributes, "url.full", Json.text(request, "url"));
		Json.put(attributes, "user_agent.original", Json.text(request, "user_agent"));
		Json.put(attributes, "client.address", Json.text(request, "client_ip"));
		JsonNode response = http.path("response");
		Json.put(attributes, "http.response.status_code", Json.text(response, "status"));
		Json.put(attributes, "http.response.body.size", Json.text(response, "content_length"));
	}

	private static void aws(Map<String, String> attributes, JsonNode aws) {
		for (Map.Entry<String, JsonNode> field : aws.properties()) {
			if (attributes.size() < MOST) {
				String key = AWS.getOrDefault(field.getKey(), "aws." + field.getKey());
				attributes.putIfAbsent(key, Json.value(field.getValue()));
			}
		}
	}

	private static void sql(Map<String, String> attributes, JsonNode sql) {
		Json.put(attributes, "db.system.name", Json.text(sql, "database_type"));
		Json.put(attributes, "db.query.text", Json.text(sql, "sanitized_query"));
		Json.put(attributes, "db.user", Json.text(sql, "user"));
		Json.put(attributes, "db.connection_string", Json.text(sql, "url"));
	}

	private static void addAll(Map<String, String> attributes, String prefix, JsonNode fields) {
		for (Map.Entry<String, JsonNode> field : fields.properties()) {
			if (attributes.size() < MOST && !field.getValue().isNull()) {
				attributes.putIfAbsent(prefix + field.getKey(), Json.value(field.getValue()));
			}
		}
	}

}
