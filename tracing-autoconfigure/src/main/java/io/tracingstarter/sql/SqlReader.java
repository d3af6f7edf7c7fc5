package io.tracingstarter.sql;

/**
 * Reads one statement from left to right, once.
 */
final class SqlReader {

	private static final int MAX_TEXT = 2000;

	private final String sql;

	private final DatabaseSystem system;

	private final StringBuilder text = new StringBuilder();

	private final SqlSummary summary = new SqlSummary();

	private String lastWord = "";

	private int position;

	SqlReader(String sql, DatabaseSystem system) {
		this.sql = sql;
		this.system = system;
	}

	SqlStatement read() {
		while (this.position < this.sql.length() && this.text.length() < MAX_TEXT) {
			readToken(this.sql.charAt(this.position));
		}
		boolean longer = this.text.length() > MAX_TEXT;
		if (longer) {
			this.text.setLength(MAX_TEXT);
		}
		if (longer || this.position < this.sql.length()) {
			this.text.append("...");
		}
		return new SqlStatement(this.text.toString().strip(), this.summary.operation(), this.summary.target());
	}

	private void readToken(char c) {
		if (Character.isWhitespace(c)) {
			this.position++;
			space();
		}
		else if (c == '\'' || (c == '"' && this.system.doubleQuotedText())) {
			value(c);
		}
		else if (c == '"' || c == '`') {
			name(c);
		}
		else if (c == '[' && this.system.bracketedNames()) {
			name(']');
		}
		else if (c == '[' && this.system.isOther() && mayHoldQuote()) {
			hideRest();
		}
		else if (startsWith("--") || (c == '#' && (this.system.hashComments() || this.system.isOther()))) {
			lineComment(c);
		}
		else if (startsWith("/*")) {
			comment();
		}
		else if (c == '$') {
			dollar();
		}
		else if (c >= '0' && c <= '9' || (c == '.' && isDigit(this.position + 1))) {
			number();
		}
		else if ((c == ':' || c == '@') && isDigit(this.position + 1)) {
			symbol(c);
		}
		else if (isWordPart(c) || ((c == ':' || c == '?') && isWord(this.position + 1))) {
			word();
		}
		else {
			symbol(c);
		}
	}

	private void symbol(char c) {
		this.text.append(c);
		this.summary.symbol(c);
		this.position++;
	}

	/**
	 * A quote is doubled to stand for itself. A backslash before one means that too in
	 * some dialects and settings, and nothing in others.
	 */
	private void value(char quote) {
		this.position++;
		while (this.position < this.sql.length()) {
			char c = this.sql.charAt(this.position++);
			if (c == '\\' && this.position < this.sql.length() && this.sql.charAt(this.position) == quote) {
				this.position = this.sql.length();
			}
			else if (c == quote) {
				if (this.position == this.sql.length() || this.sql.charAt(this.position) != quote) {
					break;
				}
				this.position++;
			}
		}
		hidden();
	}

	/** The end of a name is doubled to stand for itself. */
	private void name(char end) {
		int close = this.sql.indexOf(end, this.position + 1);
		while (close >= 0 && close + 1 < this.sql.length() && this.sql.charAt(close + 1) == end) {
			close = this.sql.indexOf(end, close + 2);
		}
		if (close < 0) {
			hideRest();
			return;
		}
		String name = this.sql.substring(this.position + 1, close);
		this.text.append(this.sql, this.position, close + 1);
		this.summary.name(name);
		this.position = close + 1;
	}

	/** It may be an array, or a name such as {@code [it's]}. */
	private boolean mayHoldQuote() {
		int close = this.position + 1;
		while (close < this.sql.length() && this.sql.charAt(close) != ']' && !opensSomething(close)) {
			close++;
		}
		return close < this.sql.length() && opensSomething(close);
	}

	/** Hides the rest where this may be no comment, or a shorter one. */
	private void lineComment(char c) {
		int end = endOf("\n");
		int next = this.position + 2;
		boolean spaced = next >= this.sql.length() || Character.isWhitespace(this.sql.charAt(next));
		boolean sure = (c == '#') ? this.system.hashComments()
				: spaced || !(this.system.hashComments() || this.system.isOther());
		for (int i = this.position + 1; i < end; i++) {
			// some take it for the end of the line
			sure = sure && (this.sql.charAt(i) != '\r' || i >= end - 2);
			if (!sure && opensSomething(i)) {
				hideRest();
				return;
			}
		}
		this.position = end;
		space();
	}

	private boolean opensSomething(int index) {
		return "'\"`$[".indexOf(this.sql.charAt(index)) >= 0 || this.sql.startsWith("/*", index);
	}

	/** Some dialects nest comments, and some execute what is in one. */
	private void comment() {
		int inner = this.sql.indexOf("/*", this.position + 2);
		int end = this.sql.indexOf("*/", this.position + 2);
		boolean nested = inner >= 0 && inner < end;
		if (nested || startsWith("/*!") || startsWith("/*M!")) {
			hideRest();
			return;
		}
		this.position = (end < 0) ? this.sql.length() : end + 2;
		space();
	}

	/**
	 * A parameter such as $1, an amount of money, or a text between two equal tags such
	 * as $body$.
	 */
	private void dollar() {
		if (isDigit(this.position + 1) && (this.system.bracketedNames() || this.system.isOther())) {
			symbol('$');
			return;
		}
		int end = this.position + 1;
		while (end < this.sql.length() && isWordPart(this.sql.charAt(end)) && this.sql.charAt(end) != '$') {
			end++;
		}
		boolean quoted = end < this.sql.length() && this.sql.charAt(end) == '$' && !isDigit(this.position + 1);
		if (quoted) {
			String tag = this.sql.substring(this.position, end + 1);
			this.position = end + 1;
			this.position = endOf(tag);
			hidden();
		}
		else {
			this.text.append(this.sql, this.position, end);
			this.position = end;
		}
	}

	private void number() {
		int begin = this.position;
		while (this.position < this.sql.length()) {
			char c = this.sql.charAt(this.position);
			boolean exponentSign = (c == '+' || c == '-') && this.position > begin
					&& (this.sql.charAt(this.position - 1) | 0x20) == 'e';
			if (!isWordPart(c) && c != '.' && !exponentSign) {
				break;
			}
			this.position++;
		}
		hidden();
	}

	private void word() {
		int begin = this.position++;
		while (isWord(this.position)) {
			this.position++;
		}
		String word = this.sql.substring(begin, this.position);
		this.text.append(word);
		this.summary.word(word);
		if (word.equalsIgnoreCase("BY") && this.lastWord.equalsIgnoreCase("IDENTIFIED")) {
			// a password, which Oracle takes without quotes
			space();
			hideRest();
		}
		else if (startsWith("'") && (word.equalsIgnoreCase("q") || word.equalsIgnoreCase("nq"))) {
			quotedAsInOracle();
		}
		this.lastWord = word;
	}

	/** For example {@code q'[it's]'}. */
	private void quotedAsInOracle() {
		if (this.position + 2 < this.sql.length()) {
			char open = this.sql.charAt(this.position + 1);
			int pair = "[{(<".indexOf(open);
			char close = (pair < 0) ? open : "]})>".charAt(pair);
			this.position += 2;
			this.position = endOf(close + "'");
		}
		else {
			this.position = this.sql.length();
		}
		hidden();
	}

	private int endOf(String end) {
		int found = this.sql.indexOf(end, this.position);
		return (found < 0) ? this.sql.length() : found + end.length();
	}

	private void hideRest() {
		this.position = this.sql.length();
		hidden();
	}

	private void hidden() {
		this.text.append('?');
		this.summary.symbol('?');
	}

	private void space() {
		if (!this.text.isEmpty() && this.text.charAt(this.text.length() - 1) != ' ') {
			this.text.append(' ');
		}
	}

	private boolean startsWith(String prefix) {
		return this.sql.startsWith(prefix, this.position);
	}

	private boolean isDigit(int index) {
		return index < this.sql.length() && this.sql.charAt(index) >= '0' && this.sql.charAt(index) <= '9';
	}

	private boolean isWord(int index) {
		return index < this.sql.length() && isWordPart(this.sql.charAt(index));
	}

	private static boolean isWordPart(char c) {
		return c == '_' || c == '$' || c == '@' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
	}

}
