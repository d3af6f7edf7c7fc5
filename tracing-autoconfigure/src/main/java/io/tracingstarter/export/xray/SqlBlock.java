package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

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
	static final Collection<String> NAMES = Stream.of(SYSTEM, USER).map(Field::names).flatMap(Stream::of).toList();

	/** Names whose values may be cut in the block. */
	static final Collection<String> LONG_NAMES = Stream.of(STATEMENT).map(Field::names).flatMap(Stream::of).toList();

	private SqlBlock() {
	}

	/**
	 * Writes the block where a span is a call to a database that understands SQL.
	 * @return whether it is
	 */
	static boolean write(Facts facts, JsonBytes json) {
		String system = SYSTEM.text(facts);
		if (system == null || NO_SQL.contains(system)) {
			return false;
		}
		int sql = json.begin("sql", '{');
		text(json, "url", url(facts));
		text(json, "sanitized_query", STATEMENT.text(facts));
		text(json, "database_type", system);
		text(json, "user", USER.text(facts));
		json.end(sql, '}');
		return true;
	}

	private static @Nullable String url(Facts facts) {
		String url = URL.text(facts);
		String namespace = NAMESPACE.text(facts);
		String host = HOST.text(facts);
		if (url != null || host == null) {
			return (url != null) ? url : namespace;
		}
		long port = PORT.number(facts);
		return host + ((port > 0) ? ":" + port : "") + ((namespace != null) ? "/" + namespace : "");
	}

	private static void text(JsonBytes json, String name, @Nullable String value) {
		if (value != null) {
			json.name(name).string(value, Limits.TEXT);
		}
	}

}
