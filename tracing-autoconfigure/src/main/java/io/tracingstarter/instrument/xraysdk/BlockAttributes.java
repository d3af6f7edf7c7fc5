package io.tracingstarter.instrument.xraysdk;

import java.util.Locale;
import java.util.Map;

import com.amazonaws.xray.entities.Entity;
import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of X-Ray's documents ({@code http}, {@code aws}, {@code sql}) under the
 * names of OpenTelemetry's conventions, from which exporters make them again.
 */
final class BlockAttributes {

	private static final Map<String, String> REQUEST = Map.of("url", "url.full", "method", "http.request.method",
			"user_agent", "user_agent.original");

	private static final Map<String, String> RESPONSE = Map.of("status", "http.response.status_code", "content_length",
			"http.response.body.size");

	private static final Map<String, String> SQL = Map.of("url", "db.connection_string", "sanitized_query",
			"db.query.text");

	private BlockAttributes() {
	}

	static void http(Map<String, Object> http, Span span) {
		if (http.get("request") instanceof Map<?, ?> request) {
			renamed(request, REQUEST, span);
			if (request.get("client_ip") instanceof String address) {
				boolean forwarded = Boolean.TRUE.equals(request.get("x_forwarded_for"));
				span.tag(forwarded ? "client.address" : "network.peer.address", address);
			}
		}
		if (http.get("response") instanceof Map<?, ?> response) {
			renamed(response, RESPONSE, span);
		}
	}

	private static void renamed(Map<?, ?> fields, Map<String, String> names, Span span) {
		names.forEach((field, name) -> {
			Object value = fields.get(field);
			if (value != null) {
				AttributeValue.set(span, name, value);
			}
		});
	}

	static void aws(Map<String, Object> aws, Span span) {
		aws.forEach((field, value) -> AttributeValue.set(span, "aws." + field, value));
	}

	static void sql(Map<String, Object> sql, Span span) {
		sql.forEach((field, value) -> {
			String name = SQL.getOrDefault(field, "db." + field);
			if (field.equals("database_type")) {
				span.tag("db.system.name", value.toString().toLowerCase(Locale.ROOT));
			}
			else {
				AttributeValue.set(span, name, value);
			}
		});
	}

	/** What tells a call of AWS from another. */
	static void namespace(Entity entity, Span span) {
		@Nullable String namespace = entity.getNamespace();
		if ("aws".equals(namespace)) {
			span.tag("rpc.system", "aws-api");
			span.tag("aws.service", entity.getName());
		}
	}

}
