package io.tracingstarter.cli.story;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.SpanKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstErrorFinderTests {

	@Test
	void shouldFindWhereTheFailureStartedNotWhereItSurfaced() {
		FirstError error = find(new EvidenceBuilder()
			.failed(1, 0, "web", "get", SpanKind.SERVER, 0, 100, "status", "502")
			.failed(2, 1, "web", "call", SpanKind.CLIENT, 10, 90, "status", "500")
			.failed(3, 2, "likes", "get", SpanKind.SERVER, 20, 80, "status", "500")
			.failed(4, 3, "likes", "select", SpanKind.CLIENT, 30, 70)
			.exception(69, "exception.type", "java.sql.SQLException", "exception.message", "no", "exception.stacktrace",
					"java.sql.SQLException: no\n\tat a.B.c(B.java:1)\nCaused by: java.net.ConnectException: refused\n")
			.line(1, "web", LogLevel.ERROR, 95, "it failed"));
		assertThat(error.service()).isEqualTo("likes");
		assertThat(error.span()).isEqualTo(3);
		assertThat(error.what()).isEqualTo("select");
		assertThat(error.nanos()).isEqualTo(EvidenceBuilder.nanos(69));
		assertThat(error.type()).isEqualTo("java.sql.SQLException");
		assertThat(error.message()).isEqualTo("no");
		assertThat(error.failure()).extracting(Failure::rootType, Failure::rootMessage)
			.containsExactly("java.net.ConnectException", "refused");
	}

	@Test
	void shouldPreferWhatTheFailureOfTheRequestGoesBackTo() {
		FirstError error = find(new EvidenceBuilder().failed(1, 0, "web", "get", SpanKind.SERVER, 0, 100)
			.span(2, 1, "web", "cached", SpanKind.INTERNAL, 1, 9)
			.failed(3, 2, "web", "cache miss", SpanKind.CLIENT, 2, 3)
			.failed(4, 1, "web", "call", SpanKind.CLIENT, 50, 60, "error", "SocketTimeoutException"));
		assertThat(error.what()).isEqualTo("call");
		assertThat(error.type()).isEqualTo("SocketTimeoutException");
	}

	@Test
	void shouldTakeTheEarliestOfSeveral() {
		FirstError error = find(new EvidenceBuilder().failed(1, 0, "web", "get", SpanKind.SERVER, 0, 100)
			.failed(3, 1, "web", "second try", SpanKind.CLIENT, 50, 60)
			.failed(2, 1, "web", "first try", SpanKind.CLIENT, 10, 20));
		assertThat(error.what()).isEqualTo("first try");
	}

	@Test
	void shouldGoOnToAServiceThatHasOnlyLogLines() {
		FirstError error = find(new EvidenceBuilder().failed(1, 0, "web", "get", SpanKind.SERVER, 0, 100)
			.failed(2, 1, "web", "call", SpanKind.CLIENT, 10, 90, "status", "500")
			.line(0, "likes", LogLevel.ERROR, 50, "cannot count")
			.failure(new Failure("java.lang.IllegalStateException", "no pool", null, null, null)));
		assertThat(error.service()).isEqualTo("likes");
		assertThat(error.span()).isEqualTo(-1);
		assertThat(error.what()).isEqualTo("com.example.Likes");
		assertThat(error.type()).isEqualTo("java.lang.IllegalStateException");
	}

	@Test
	void shouldTakeAnErrorLineWhenNoSpanFailed() {
		FirstError error = find(new EvidenceBuilder().span(1, 0, "web", "get", SpanKind.SERVER, 0, 100)
			.span(2, 1, "web", "inner", SpanKind.INTERNAL, 10, 90)
			.line(2, "web", LogLevel.ERROR, 50, "cannot count"));
		assertThat(error.what()).isEqualTo("inner");
		assertThat(error.message()).isEqualTo("cannot count");
	}

	@Test
	void shouldTakeTheServersAnswerWhenNothingElseTells() {
		FirstError error = find(new EvidenceBuilder().span(1, 0, "web", "get", SpanKind.SERVER, 0, 100, "exception",
				"none", "status", "503"));
		assertThat(error.message()).isEqualTo("answered 503");
		assertThat(error.type()).isNull();
	}

	@Test
	void shouldFindNothingWhenAllIsWell() {
		assertThat(StoryTellerTests
			.tell(new EvidenceBuilder().span(1, 0, "web", "get", SpanKind.SERVER, 0, 100, "status", "404")
				.exception(50, "exception.type", "NotFound")
				.line(1, "web", LogLevel.WARN, 50, "careful"))
			.firstError()).isNull();
	}

	private static FirstError find(EvidenceBuilder evidence) {
		FirstError error = StoryTellerTests.tell(evidence).firstError();
		assertThat(error).isNotNull();
		return error;
	}

}
