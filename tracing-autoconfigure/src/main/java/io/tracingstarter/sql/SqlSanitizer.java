package io.tracingstarter.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes the values out of SQL. Each statement is read once from left to right; where its
 * dialect leaves open what is a value, the rest of it is hidden.
 * <p>
 * Remembers the statements it saw last, since a service repeats its own. Safe for use by
 * several threads.
 */
public final class SqlSanitizer {

	private static final int REMEMBERED_STATEMENTS = 500;

	private static final int REMEMBERED_LENGTH = 4000;

	private final Map<Key, SqlStatement> remembered = new ConcurrentHashMap<>();

	/**
	 * Takes the values out of a statement.
	 * @param sql the statement, of any length and origin
	 * @param system the database that is to execute it
	 * @return what may be shown of it
	 */
	public SqlStatement sanitize(String sql, DatabaseSystem system) {
		if (sql.length() > REMEMBERED_LENGTH) {
			return new SqlReader(sql, system).read();
		}
		Key key = new Key(sql, system);
		SqlStatement statement = this.remembered.get(key);
		if (statement == null) {
			statement = new SqlReader(sql, system).read();
			if (this.remembered.size() >= REMEMBERED_STATEMENTS) {
				this.remembered.clear();
			}
			this.remembered.put(key, statement);
		}
		return statement;
	}

	private record Key(String sql, DatabaseSystem system) {
	}

}
