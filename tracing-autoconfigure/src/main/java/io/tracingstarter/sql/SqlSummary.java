package io.tracingstarter.sql;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Listens to the words of a statement and keeps what it does to which table.
 */
final class SqlSummary {

	private static final int MAX_TARGET = 100;

	private static final Set<String> OPERATIONS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE",
			"UPSERT", "CALL", "EXEC", "EXECUTE", "WITH", "VALUES", "CREATE", "ALTER", "DROP", "TRUNCATE", "GRANT",
			"REVOKE", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET", "SHOW", "EXPLAIN", "ANALYZE",
			"LOCK", "COPY", "LOAD", "USE", "DECLARE", "FETCH", "REFRESH", "VACUUM");

	private static final Set<String> BEFORE_TARGET = Set.of("FROM", "INTO", "UPDATE", "JOIN", "TABLE", "CALL", "EXEC",
			"EXECUTE");

	private static final Set<String> BETWEEN = Set.of("IF", "NOT", "EXISTS", "ONLY", "LATERAL", "TABLE");

	private @Nullable String operation;

	private @Nullable String target;

	private boolean targetNext;

	private boolean qualified;

	private boolean over;

	void word(String word) {
		String upper = word.toUpperCase(Locale.ROOT);
		if (this.operation == null && !this.over) {
			this.over = !OPERATIONS.contains(upper);
			this.operation = this.over ? null : upper;
			this.targetNext = BEFORE_TARGET.contains(upper);
		}
		else if (this.target == null && !this.targetNext) {
			this.targetNext = BEFORE_TARGET.contains(upper);
		}
		else if (this.target != null || !BETWEEN.contains(upper)) {
			name(word);
		}
	}

	void name(String name) {
		if (this.over) {
			return;
		}
		if (this.qualified && this.target != null) {
			this.target = this.target + "." + name;
		}
		else if (this.targetNext && this.target == null) {
			this.target = name;
		}
		this.qualified = false;
	}

	/**
	 * A dot right after the target goes on with it; a bracket instead of one is a query
	 * of its own, whose table is to come.
	 */
	void symbol(char c) {
		this.qualified = c == '.' && this.targetNext && this.target != null && !this.over;
		if (this.target == null) {
			this.targetNext = this.targetNext && c == '{';
		}
		else if (!this.qualified) {
			this.over = true;
		}
	}

	@Nullable String operation() {
		return this.operation;
	}

	@Nullable String target() {
		return (this.target == null || this.target.length() <= MAX_TARGET) ? this.target : null;
	}

}
