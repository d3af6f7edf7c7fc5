package io.tracingstarter.sql;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A kind of database, and what of its SQL differs for the one who hides values in it.
 *
 * @param name the name that the
 * <a href="https://opentelemetry.io/docs/specs/semconv/database/">semantic
 * conventions</a> give it
 * @param doubleQuotedText whether double quotes may enclose a value, not a name
 * @param bracketedNames whether square brackets enclose a name
 * @param hashComments whether a comment may begin with {@code #}, and one that begins
 * with two dashes needs a space behind them
 */
public record DatabaseSystem(String name, boolean doubleQuotedText, boolean bracketedNames, boolean hashComments) {

	/**
	 * Any database that is not known here.
	 */
	public static final DatabaseSystem OTHER = new DatabaseSystem("other_sql", true, false, false);

	private static final DatabaseSystem MYSQL = new DatabaseSystem("mysql", true, false, true);

	private static final DatabaseSystem SQL_SERVER = new DatabaseSystem("microsoft.sql_server", false, true, false);

	private static final Map<String, DatabaseSystem> SYSTEMS = Map.ofEntries(Map.entry("mysql", MYSQL),
			Map.entry("mariadb", new DatabaseSystem("mariadb", true, false, true)), Map.entry("sqlserver", SQL_SERVER),
			Map.entry("mssql", SQL_SERVER), Map.entry("microsoft sql server", SQL_SERVER),
			Map.entry("postgresql", standard("postgresql")), Map.entry("h2", standard("h2database")),
			Map.entry("hsqldb", standard("hsqldb")), Map.entry("oracle", standard("oracle.db")),
			Map.entry("oracle database", standard("oracle.db")), Map.entry("db2", standard("ibm.db2")),
			Map.entry("derby", standard("derby")),
			Map.entry("sqlite", new DatabaseSystem("sqlite", true, true, false)));

	/**
	 * Recognises the database of a connection.
	 * @param url address of the connection, such as {@code jdbc:postgresql://db/shop}
	 * @return the database; {@link #OTHER} where it is not known
	 */
	public static DatabaseSystem ofUrl(@Nullable String url) {
		if (url == null) {
			return OTHER;
		}
		String[] parts = url.split(":", 3);
		return (parts.length == 3) ? ofDriver(parts[1]) : OTHER;
	}

	/**
	 * Recognises a database by what its drivers call themselves.
	 * @param driver for example {@code postgresql} or {@code H2}
	 * @return the database; {@link #OTHER} where it is not known
	 */
	public static DatabaseSystem ofDriver(String driver) {
		return SYSTEMS.getOrDefault(driver.toLowerCase(Locale.ROOT), OTHER);
	}

	boolean isOther() {
		return equals(OTHER);
	}

	private static DatabaseSystem standard(String name) {
		return new DatabaseSystem(name, false, false, false);
	}

}
