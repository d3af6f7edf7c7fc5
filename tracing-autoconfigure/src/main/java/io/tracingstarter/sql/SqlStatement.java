package io.tracingstarter.sql;

import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a statement.
 *
 * @param text the statement with each value replaced by {@code ?}, without comments
 * @param operation its first word if that is a word of SQL, such as {@code SELECT}
 * @param target the first table or procedure it names
 */
public record SqlStatement(String text, @Nullable String operation, @Nullable String target) {

	/**
	 * A short name for the statement, of few different values: what a span is called.
	 * @return for example {@code SELECT mysfits}
	 */
	public String summary() {
		if (this.operation == null) {
			return "SQL";
		}
		return (this.target != null) ? this.operation + " " + this.target : this.operation;
	}

}
