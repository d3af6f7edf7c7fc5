package mysfits.demo.load;

import java.util.Optional;
import java.util.Set;

import mysfits.demo.evidence.LogLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a wrong line is recognised, whatever is wrong with it.
 */
class LogAuditTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String OTHER_TRACE = "5bf92f3577b34da6a3ce929d0e0e4736";

	private final LogAudit audit = new LogAudit("load-x");

	private final FileAudit file = this.audit.ofService("mysfits-web");

	@BeforeEach
	void start() {
		accept("mysfits.web.WebApplication", "Starting WebApplication", null, null);
		accept("mysfits.web.WebApplication", "Started WebApplication in 3 seconds", null, null);
	}

	@Test
	void shouldBeCleanWhenEveryLineHasItsIds() {
		accept("mysfits.web.MysfitsController", "Visitor load-x-1 clicks", "load-x-1", TRACE);
		accept("mysfits.web.MysfitsController", "No visitor named", "load-x-1", TRACE);
		accept("org.apache.catalina.Connector", "a line of no request", null, null);
		assertThat(this.file.isClean()).isTrue();
		assertThat(this.file.without(Set.of("load-x-1"))).isZero();
		assertThat(this.file.without(Set.of("load-x-1", "load-x-2"))).isOne();
	}

	@Test
	void shouldFindALineWhenItLacksItsIds() {
		accept("mysfits.web.MysfitsController", "No visitor named", null, TRACE);
		accept("mysfits.web.MysfitsController", "No visitor named", "load-x-1", null);
		accept("some.library.Client", "Sent the like of load-x-1", null, null);
		assertThat(this.file.describe()).contains("3 missing, 0 foreign");
	}

	@Test
	void shouldFindALineWhenItHasTheIdOfAnother() {
		accept("mysfits.web.MysfitsController", "Visitor load-x-1 clicks", "load-x-2", TRACE);
		assertThat(this.file.describe()).contains("0 missing, 1 foreign");
		assertThat(this.file.findings()).singleElement().asString().contains("it is about load-x-1");
	}

	@Test
	void shouldFindALineWhenItsTraceIsThatOfAnother() {
		accept("mysfits.web.MysfitsController", "Visitor load-x-1 clicks", "load-x-1", TRACE);
		this.audit.ofService("like-service")
			.accept(line("mysfits.likes.LikeController", "Visitor load-x-1", "load-x-1", OTHER_TRACE));
		assertThat(this.audit.ofService("like-service").describe()).contains("1 foreign");
	}

	@Test
	void shouldFindALineWhenItIsNoJson() {
		this.file.accept(LogLine.parse("{\"message\":\"cut o"));
		this.file.accept(LogLine.parse("plain text"));
		assertThat(this.file.describe()).contains("2 unparsable");
	}

	private void accept(String logger, String message, @Nullable String correlationId, @Nullable String traceId) {
		this.file.accept(line(logger, message, correlationId, traceId));
	}

	private static Optional<LogLine> line(String logger, String message, String correlationId, String traceId) {
		String ids = (correlationId != null) ? ",\"correlationId\":\"" + correlationId + "\"" : "";
		ids += (traceId != null) ? ",\"spanId\":\"00f067aa0ba902b7\",\"traceId\":\"" + traceId + "\"" : "";
		return LogLine.parse("{\"logger\":\"%s\",\"message\":\"%s\"%s}".formatted(logger, message, ids));
	}

}
