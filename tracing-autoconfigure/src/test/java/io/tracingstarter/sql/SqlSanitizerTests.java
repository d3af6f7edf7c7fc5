package io.tracingstarter.sql;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Tests for {@link SqlSanitizer}.
 */
class SqlSanitizerTests {

	private final SqlSanitizer sanitizer = new SqlSanitizer();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			select * from t where a = 'x''y' and b = 12.5e-3 | select * from t where a = ? and b = ?
			select * from t1 where id2 = ? and x=-5          | select * from t1 where id2 = ? and x=-?
			select $1, :name, ?2 from t                      | select $1, :name, ?2 from t
			select $$it's$$, $a$ $$ x $a$, 1 from t          | select ?, ?, ? from t
			select /* 'a' /* b */ c */ 1 -- 42               | select ?
			select 0xFF, X'0f', E'a\\'b', 'secret'           | select ?, X?, E?
			select "na'me" from "T 1" where a = 'b'          | select "na'me" from "T 1" where a = ?
			select q'[it's]', 'b' from dual                  | select q?, ? from dual
			select 'open                                     | select ?
			select "open                                     | select ?
			select /* open                                   | select
			insert   into t   values (1,'a'),(2,'b')         | insert into t values (?,?),(?,?)
			""")
	void shouldHideEachValueWhenDialectIsStandard(String sql, String text) {
		assertThat(this.sanitizer.sanitize(sql, DatabaseSystem.ofUrl("jdbc:postgresql:x")).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			jdbc:mysql://db/x   | select `a'b` from t where a = "secret" # 'x'
			jdbc:unknown:x      | select a from t where a = "secret"
			jdbc:mysql://db/x   | select a from t where a = 'it\\'s secret' and b = 'secret'
			jdbc:sqlserver://db | select [a'b] from t where a = 'secret'
			jdbc:oracle:thin:@x | select a from t where a = nq'{it's secret}' or b = 'secret'
			jdbc:oracle:thin:@x | alter user mysfit identified by secret
			jdbc:oracle:thin:@x | alter user mysfit identified by "secret"
			jdbc:sqlserver://db | select [a]]'b] from t where a = 'secret'
			jdbc:sqlite:x       | select [it's] from t where a = 'secret'
			jdbc:jtds:x         | select [it's] from t where a = 'secret'
			jdbc:mariadb://db/x | select a from t where b = 1 # secret
			jdbc:wrapped:mysql: | select a from t where b = 1 # it's secret
			jdbc:mysql://db/x   | select 1 /* /* */, 'x */ secret'
			jdbc:mysql://db/x   | select 1 /*! , '*/ secret' */
			""")
	void shouldHideValueWhenDialectQuotesDifferently(String url, String sql) {
		assertThat(this.sanitizer.sanitize(sql, DatabaseSystem.ofUrl(url)).text()).doesNotContain("secret")
			.contains("?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			jdbc:sqlserver://db | select $4711.50
			jdbc:unknown:x      | select $4711.50
			jdbc:h2:mem:x       | select json_object('id':4711)
			jdbc:postgresql:x   | select a[1:4711]
			jdbc:postgresql:x   | select @4711
			""")
	void shouldHideNumberWhenSymbolStandsBeforeIt(String url, String sql) {
		assertThat(this.sanitizer.sanitize(sql, DatabaseSystem.ofUrl(url)).text()).doesNotContain("4711");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1--'a\nsecret'", "select 1 -- x\r, 'a\nsecret'" })
	void shouldHideValueWhenItMayBeginInAComment(String sql) {
		assertThat(this.sanitizer.sanitize(sql, DatabaseSystem.ofUrl("jdbc:mysql://db/x")).text())
			.doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select a -- of 'the' mysfits\nfrom t", "select a --of the mysfits\r\nfrom t",
			"select a -- of 'the' mysfits\r\nfrom t" })
	void shouldLeaveOutCommentOnly(String sql) {
		assertThat(this.sanitizer.sanitize(sql, DatabaseSystem.OTHER).text()).isEqualTo("select a from t");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			select a.x from shop.orders a where b = 1         | SELECT shop.orders
			SELECT x FROM (SELECT y FROM inner_table) z       | SELECT inner_table
			insert into mysfits values (1)                    | INSERT mysfits
			update "mysfits" set a = 1                        | UPDATE mysfits
			delete from mysfits                               | DELETE mysfits
			create table if not exists mysfits (id int)       | CREATE mysfits
			merge into mysfits using x on (1 = 1)             | MERGE mysfits
			{call refresh_all(1)}                             | CALL refresh_all
			select 1                                          | SELECT
			commit                                            | COMMIT
			something else from t                             | SQL
			''                                                | SQL
			""")
	void shouldNameOperationAndTarget(String sql, String summary) {
		assertThat(this.sanitizer.sanitize(sql, DatabaseSystem.ofUrl("jdbc:h2:mem:x")).summary()).isEqualTo(summary);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$a$", "'", "\"", "/*", "q'[", "$", "\\'", "--", "[", "1e", "(", "a.", "from ", "a",
			"--\n", "--'\n", "--\r", "/**/", "#", "[a", "[[", "]]", "@1", ":1", "\"\"", "``" })
	void shouldTakeTimeInProportionToLength(String part) {
		String sql = "select " + part.repeat(1_000_000);
		for (String url : List.of("jdbc:unknown:x", "jdbc:mysql:x", "jdbc:sqlserver:x", "jdbc:postgresql:x")) {
			DatabaseSystem system = DatabaseSystem.ofUrl(url);
			assertTimeout(Duration.ofSeconds(2), () -> this.sanitizer.sanitize(sql, system));
			assertThat(this.sanitizer.sanitize(sql, system).text()).hasSizeLessThan(2100);
		}
	}

	@Test
	void shouldReadEveryPrefixOfAStatement() {
		String sql = "select q'[a]', $x$ y $x$, \"n\", [b], `c`, 'd''e', /* f */ 1.5e+3 from \uD83D\uDE00 -- g";
		for (int end = 0; end <= sql.length(); end++) {
			String prefix = sql.substring(0, end);
			assertThatNoException().as(prefix)
				.isThrownBy(() -> this.sanitizer.sanitize(prefix, DatabaseSystem.ofUrl("jdbc:sqlserver://db")));
		}
	}

}
