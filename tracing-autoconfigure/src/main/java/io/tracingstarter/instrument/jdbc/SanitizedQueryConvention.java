package io.tracingstarter.instrument.jdbc;

import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.tracingstarter.sql.DatabaseSystem;
import io.tracingstarter.sql.SqlSanitizer;
import io.tracingstarter.sql.SqlStatement;
import net.ttddyy.observation.tracing.QueryContext;
import net.ttddyy.observation.tracing.QueryObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Names query spans, and says on them what was asked, as the
 * <a href="https://opentelemetry.io/docs/specs/semconv/database/database-spans/">semantic
 * conventions</a> want it. The tags of the meters stay those of datasource-micrometer.
 */
public final class SanitizedQueryConvention implements QueryObservationConvention {

	private static final int MAX_STATEMENTS = 10;

	private final SqlSanitizer sanitizer;

	/**
	 * Creates a convention.
	 * @param sanitizer takes the values out of statements
	 */
	public SanitizedQueryConvention(SqlSanitizer sanitizer) {
		this.sanitizer = sanitizer;
	}

	@Override
	public String getContextualName(QueryContext context) {
		return query(context).summary();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(QueryContext context) {
		Query query = query(context);
		KeyValues values = KeyValues.of("db.system.name", query.system().name(), "db.query.text", query.text(),
				"db.query.summary", query.summary());
		values = with(values, "db.operation.name", query.operation());
		values = with(values, "db.collection.name", query.target());
		values = with(values, "server.address", context.getHost());
		if (query.batchSize() > 1) {
			values = with(values, "db.operation.batch.size", String.valueOf(query.batchSize()));
		}
		for (int i = 0; i < context.getParams().size(); i++) {
			values = with(values, "jdbc.params[" + i + "]", context.getParams().get(i));
		}
		return with(values, "jdbc.row-affected", context.getAffectedRowCount());
	}

	private static KeyValues with(KeyValues values, String key, @Nullable String value) {
		return (value != null) ? values.and(KeyValue.of(key, value)) : values;
	}

	/** Asked for when the observation starts and when it stops. */
	private Query query(QueryContext context) {
		return context.computeIfAbsent(Query.class, (type) -> read(context));
	}

	private Query read(QueryContext context) {
		DatabaseSystem system = DatabaseSystem.ofUrl(context.getUrl());
		List<SqlStatement> statements = context.getQueries()
			.stream()
			.limit(MAX_STATEMENTS)
			.map((sql) -> this.sanitizer.sanitize(sql, system))
			.toList();
		int batchSize = context.getExecutionInfo().isBatch()
				? Math.max(context.getExecutionInfo().getBatchSize(), statements.size()) : 1;
		return new Query(system, statements, batchSize);
	}

	private record Query(DatabaseSystem system, List<SqlStatement> statements, int batchSize) {

		String text() {
			return this.statements.stream().map(SqlStatement::text).distinct().collect(Collectors.joining("; "));
		}

		String summary() {
			if (this.statements.isEmpty()) {
				return "SQL";
			}
			String first = this.statements.get(0).summary();
			return (this.batchSize > 1) ? "BATCH " + first : first;
		}

		@Nullable String operation() {
			return this.statements.isEmpty() ? null : this.statements.get(0).operation();
		}

		@Nullable String target() {
			return this.statements.isEmpty() ? null : this.statements.get(0).target();
		}

	}

}
