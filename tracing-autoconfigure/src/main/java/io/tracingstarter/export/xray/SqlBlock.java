package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * The query of a call to a database that understands SQL.
 */
final class SqlBlock {

	private static final Set<String> NO_SQL = Set.of("mongodb", "redis", "cassandra", "dynamodb", "aws.dynamodb",
			"elasticsearch", "opensearch", "memcached", "couchbase", "couchdb", "hbase", "neo4j", "influxdb");

	private static final Field SYSTEM = Field.of("db.system.name", "db.system");

	private static final Field STATEMENT = Field.of("db.query.text", "db.statement", "jdbc.query[0]");

	private static final Field USER = Field.of("db.user");

	private static final Field URL = Field.of("db.connection_string", "jdbc.datasource.url");

	private static final Field NAMESPACE = Field.of("db.namespace", "db.name");

	private static final Field HOST = Field.of("server.address", "net.peer.name");

	private static final Field PORT = Field.of("server.port", "net.peer.port");

	/** Names whose values are in the block, whole. */
	static final Collection<String> NAMES = Stream.of(SYSTEM, USER)
		.map(Field::names)
		.flatMap(Collection::stream)
		.toList();

	/** Names whose values may be cut in the block. */
	static final Collection<String> LONG_NAMES = Stream.of(STATEMENT)
		.map(Field::names)
		.flatMap(Collection::stream)
		.toList();

	private SqlBlock() {
	}

	/**
	 * Whether a span is a call to a database that understands SQL.
	 */
	static boolean isThere(Attributes attributes) {
		String system = SYSTEM.text(attributes);
		return system != null && !NO_SQL.contains(system);
	}

	static void write(SpanData span, JsonBytes json) {
		Attributes attributes = span.getAttributes();
		if (!isThere(attributes)) {
			return;
		}
		int sql = json.begin("sql", '{');
		text(json, "url", url(attributes));
		text(json, "sanitized_query", STATEMENT.text(attributes));
		text(json, "database_type", SYSTEM.text(attributes));
		text(json, "user", USER.text(attributes));
		json.end(sql, '}');
	}

	private static @Nullable String url(Attributes attributes) {
		String url = URL.text(attributes);
		String namespace = NAMESPACE.text(attributes);
		String host = HOST.text(attributes);
		if (url != null || host == null) {
			return (url != null) ? url : namespace;
		}
		long port = PORT.number(attributes);
		return host + ((port > 0) ? ":" + port : "") + ((namespace != null) ? "/" + namespace : "");
	}

	private static void text(JsonBytes json, String name, @Nullable String value) {
		if (value != null) {
			json.name(name).string(value, Limits.TEXT);
		}
	}

}
