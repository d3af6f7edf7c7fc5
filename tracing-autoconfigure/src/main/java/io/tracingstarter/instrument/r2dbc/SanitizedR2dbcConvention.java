package io.tracingstarter.instrument.r2dbc;

import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.r2dbc.proxy.observation.QueryContext;
import io.r2dbc.proxy.observation.QueryObservationConvention;
import io.tracingstarter.sql.DatabaseSystem;
import io.tracingstarter.sql.SqlSanitizer;
import io.tracingstarter.sql.SqlStatement;

/**
 * Names query spans, and says on them what was asked, as the
 * <a href="https://opentelemetry.io/docs/specs/semconv/database/database-spans/">semantic
 * conventions</a> want it. The tags of the meters stay those of r2dbc-proxy.
 */
public final class SanitizedR2dbcConvention implements QueryObservationConvention {

	private static final int MAX_STATEMENTS = 10;

	private final SqlSanitizer sanitizer;

	/**
	 * Creates a convention.
	 * @param sanitizer takes the values out of statements
	 */
	public SanitizedR2dbcConvention(SqlSanitizer sanitizer) {
		this.sanitizer = sanitizer;
	}

	@Override
	public String getContextualName(QueryContext context) {
		List<SqlStatement> statements = statements(context);
		return statements.isEmpty() ? "SQL" : statements.get(0).summary();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(QueryContext context) {
		List<SqlStatement> statements = statements(context);
		KeyValues values = KeyValues.of("db.system.name", system(context).name());
		// asked for once before the statements are known
		if (!statements.isEmpty()) {
			SqlStatement first = statements.get(0);
			values = values.and("db.query.text",
					statements.stream().map(SqlStatement::text).distinct().collect(Collectors.joining("; ")),
					"db.query.summary", first.summary());
			if (first.operation() != null) {
				values = values.and("db.operation.name", first.operation());
			}
			if (first.target() != null) {
				values = values.and("db.collection.name", first.target());
			}
		}
		for (int i = 0; i < context.getParams().size(); i++) {
			values = values.and(KeyValue.of("r2dbc.params[" + i + "]", context.getParams().get(i)));
		}
		return values;
	}

	private List<SqlStatement> statements(QueryContext context) {
		DatabaseSystem system = system(context);
		return context.getQueries()
			.stream()
			.limit(MAX_STATEMENTS)
			.map((sql) -> this.sanitizer.sanitize(sql, system))
			.toList();
	}

	private static DatabaseSystem system(QueryContext context) {
		return DatabaseSystem.ofDriver(context.getConnectionName());
	}

}
