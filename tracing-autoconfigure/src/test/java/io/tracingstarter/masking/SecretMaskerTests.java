package io.tracingstarter.masking;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretMasker}.
 */
class SecretMaskerTests {

	private final SecretMasker masker = SecretMasker.of(List.of(), List.of(), true);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			password=hunter2                               | password=****
			PASSWORD = hunter2 next                        | PASSWORD = **** next
			user=ann, db.password: hunter2, x=1            | user=ann, db.password: ****, x=1
			dbpassword=a&token=b&x=c                       | dbpassword=****&token=****&x=c
			{"user":"ann","password":"hun\\"ter2","x":1}   | {"user":"ann","password":"****","x":1}
			{"password" : "a", "pin":{"x":1}}              | {"password" : "****", "pin":{"x":1}}
			{\\"password\\":\\"a b\\",\\"x\\":1}           | {\\"password\\":\\"****\\",\\"x\\":1}
			{"token":12345,"secrets":["a","b]"],"x":1}     | {"token":****,"secrets":****,"x":1}
			{'client_secret': 'a b', 'x': 'y'}             | {'client_secret': '****', 'x': 'y'}
			X-Api-Key: abc123 X-Other: y                   | X-Api-Key: **** X-Other: y
			apiKey=abc privateKey=def                      | apiKey=**** privateKey=****
			Authorization: Bearer abc.def-ghi next         | Authorization: **** next
			Authorization: Basic dXNlcjpwYXNz              | Authorization: ****
			"Authorization": "Basic dXNlcjpwYXNz"          | "Authorization": "****"
			[Authorization:"Bearer abc", Accept:"x"]       | [Authorization:"****", Accept:"x"]
			{authorization=[Bearer abc], accept=[x]}       | {authorization=****, accept=[x]}
			Proxy-Authorization: Digest a="b", c="d"       | Proxy-Authorization: ****
			Authorization=AWS4-HMAC-SHA256 Credential=a, b | Authorization=****
			sent Bearer eyJhbGciOi.J9.x_y-z to it          | sent Bearer **** to it
			token: Bearer abc def                          | token: **** def
			Cookie: a=b; session=c                         | Cookie: ****
			Set-Cookie: id=abc; Path=/; HttpOnly           | Set-Cookie: ****
			"Set-Cookie":"id=abc; Path=/", "x":1           | "Set-Cookie":"****", "x":1
			params[password]=x, headers["token"]=y         | params[password]=****, headers["token"]=****
			jdbc:postgresql://ann:s3cret@db/x              | jdbc:postgresql://****@db/x
			card 4111 1111 1111 1111 paid                  | card **** paid
			card 4111-1111-1111-1111, 5500000000000004.    | card ****, ****.
			378282246310005 and 30569309025904             | **** and ****
			6304000000000000 000                           | ****
			order 43 4111111111111111 7                    | order 43 **** 7
			pwd=x cvv: 123                                 | pwd=**** cvv: ****
			passwort = 1                                   | passwort = 1
			Authorization: Bearer  abc.def, x              | Authorization: ****, x
			Authorization: Bearer	abc.def, x              | Authorization: ****, x
			[Set-Cookie:"a=1; Path=/", "ID=abc; Secure"]   | [Set-Cookie:"****"]
			"cookie":"a=1", "x":"b"                        | "cookie":"****", "x":"b"
			<x:password>abc</x:password><b>d</b>           | <x:password>****</x:password><b>d</b>
			https://ann:p@ss@host/x@y                      | https://****@host/x@y
			https://ghp_abc@host/x https://sk_live:@host/y | https://****@host/x https://****@host/y
			GET /orders?customer=ann&x=1 200               | GET /orders?**** 200
			"http://host:80/a/b?secret#part": refused      | "http://host:80/a/b?****": refused
			{"url":"/a?b=c","x":1}, {\\"url\\":\\"/a?b\\"} | {"url":"/a?****","x":1}, {\\"url\\":\\"/a?****\\"}
			https://ann:p@host/a?b=c/d?e=f next            | https://****@host/a?**** next
			/login?next=/home?token=abc                    | /login?****
			password            : abc                      | password            : ****
			api-key	=	abc                                | api-key	=	****
			got eyJhbGci.eyJzdWIi.a-b_c, done              | got ****, done
			password2=abc&passwordConfirm=abc              | password2=****&passwordConfirm=****
			""")
	void shouldMask(String text, String expected) {
		assertThat(this.masker.mask(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "password", "password=", "password: ", "the password is wrong", "Token::parse",
			"max_tokens=4096 secretary=ann", "12:30:45 a=b", "http://host/path:80", "https://host:8080/a@b",
			"1700000000000 1795169730123456789", "4111111111111112", "411111111111", "41111111111111111111",
			"trace 4111111111111111abcdef4111111111", "id x4111111111111111", "2026-11-20 10-15-30 123",
			"0af76519-16cd-43dd-8448-eb211c80319c", "Property 'exporters.api-key': must not be empty", "bearer",
			"forbearer x", "eyJhbGci", "a-eyJa.b.c", "a > b <passwords", "<a b=c>token</a>", "token>5",
			"ratio 0.5432101234567890 or 0.5432101234567891 or 0.5432101234567892", "5432101234567892.25",
			"0af76519-16cd-43dd-8448-411111111111", "0af76519-16cd-43dd-4111-111111111111",
			"41111111-1111-1111-b111-c11111111111", "cwd=/tmp shippingpwd=1", "é=ü", "tokenizer: x", "and/or? yes",
			"a/b?", "where a = ? and b=?", "Map<?,?>", "what?yes", "really ?x", "? a/b", "/a?\"" })
	void shouldReturnSameStringWhenThereIsNoSecret(String text) {
		assertThat(this.masker.mask(text)).isSameAs(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "dbPassword", "X-API-KEY", "api_key", "access.token", "Set-Cookie", "cookies",
			"proxy-authorization", "clientSecret", "AWS_SECRET_ACCESS_KEY", "card_number", "customerSsn", "ssn" })
	void shouldKnowNameWhenItEndsWithSensitiveWord(String name) {
		assertThat(SecretMasker.of(List.of("SSN", "i_b.an"), List.of(), true).isSecret(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "lessn", "tokens", "password.length", "traceId", "correlationId", "spinner" })
	void shouldNotKnowNameWhenItIsNotSensitive(String name) {
		assertThat(SecretMasker.of(List.of("ssn", "pin"), List.of(), true).isSecret(name)).isFalse();
	}

	@Test
	void shouldMaskWhatPatternsMatchWhenThereAreSome() {
		SecretMasker patterns = SecretMasker.of(List.of("ssn"), List.of(Pattern.compile("IBAN \\w+")), true);
		assertThat(patterns.mask("IBAN DE123, ssn=1, password=x, a")).isEqualTo("****, ssn=****, password=****, a");
	}

	@Test
	void shouldMaskOnlySecretsOfQueryWhenQueriesAreShown() {
		SecretMasker shown = SecretMasker.of(List.of(), List.of(), false);
		assertThat(shown.mask("GET https://ann:x@host/orders?page=2&token=abc"))
			.isEqualTo("GET https://****@host/orders?page=2&token=****");
	}

	@Test
	void shouldHideWholeTextWhenPatternOverflowsTheStack() {
		SecretMasker patterns = SecretMasker.of(List.of(), List.of(Pattern.compile("(a|b)*c")), true);
		assertThat(patterns.mask("ab".repeat(1_000_000))).isEqualTo("****");
	}

	@Test
	void shouldMaskNothingWhenMaskingIsOff() {
		assertThat(SecretMasker.none().mask("password=x 4111111111111111")).isEqualTo("password=x 4111111111111111");
		assertThat(SecretMasker.none().isSecret("password")).isFalse();
		assertThat(SecretMasker.none().isSecret(4111111111111111L)).isFalse();
	}

	/**
	 * Quadratic work on these would take hours, so that finishing is the proof.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "password=", "password=\"", "password:", "password: ", "\"password\":\"", "password=[",
			"password={\"", "4111 ", "4111111111111111", "41-", "4", "bearer ", "Bearer", "Authorization: ", "Cookie:",
			"://", "://a:", "://a:@", "\\", "password=\\", "\\\"", "=", ":", " :", "\": ", "-", "p-=", "_=",
			"'password': a", "eyJ", "eyJ-", "eyJ.", "<token>", "<a", "cookie:\"a\", ", "\"cookie\":\"a\", \"b", "://@",
			"password  ", "0.5432101234567892", "password2", "drowssap", "token: bearer ", "[]=", "\ud800", "?", "/?",
			"/", "a?", "/a?b ", "://a", "://a:b", "password=\u2028" })
	void shouldFinishWhenTextIsHugeAndHostile(String part) {
		String repeated = part.repeat(4_000_000 / part.length());
		SecretMasker twoNames = SecretMasker.of(List.of("aaaa-bbbb"), List.of(), true);
		assertThat(twoNames.mask(repeated)).isNotEmpty();
		assertThat(twoNames.mask("password=" + " ".repeat(1_000_000) + repeated)).isNotEmpty();
	}

	@Test
	void shouldNeverFailAndNeverUncoverWhenTextIsRandom() {
		String[] parts = { "password", "=", ":", " ", "\"", "'", "\\", "[", "]", "{", "}", "Bearer", "Authorization",
				"4111111111111111", "-", "\n", ",", "a", "://", "@", "cookie" };
		Random random = new Random(7);
		for (int i = 0; i < 100_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(12); n > 0; n--) {
				text.append(parts[random.nextInt(parts.length)]);
			}
			String masked = this.masker.mask(text.toString());
			assertThat(this.masker.mask(text + " password=hunter2")).doesNotContain("hunter2");
			assertThat(masked.length()).isLessThanOrEqualTo(text.length() * 4 + 4);
		}
	}

}
