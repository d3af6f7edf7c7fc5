package io.tracingstarter.cli.render;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.story.EvidenceBuilder;
import io.tracingstarter.cli.story.StoryTeller;

/**
 * Stories that tests show.
 */
final class Stories {

	private static final Clock LATER = Clock.fixed(EvidenceBuilder.START.plus(Duration.ofHours(1)), ZoneOffset.UTC);

	private Stories() {
	}

	static Story of(Evidence evidence) {
		return new StoryTeller(LATER).tell(evidence,
				List.of(new DeepLink("Zipkin, trace 4bf92f3577b34da6a3ce929d0e0e4736",
						"http://zipkin.example/zipkin/traces/4bf92f3577b34da6a3ce929d0e0e4736")));
	}

	/** A database that refuses brings down the page, after two tries. */
	static Story failed() {
		EvidenceBuilder evidence = new EvidenceBuilder();
		evidence
			.failed(1, 0, "mysfits-web", "http get /mysfits/{id}", SpanKind.SERVER, 0, 148, "status", "502",
					"correlation_id", "order-4711")
			.span(2, 1, "mysfits-web", "http get", SpanKind.CLIENT, 4, 20, "client.name", "mysfits-service")
			.span(3, 2, "mysfits-service", "http get /mysfits/{id}", SpanKind.SERVER, 6, 18, "status", "200")
			.failed(4, 1, "mysfits-web", "http get", SpanKind.CLIENT, 22, 140, "client.name", "like-service", "status",
					"500")
			.failed(5, 4, "like-service", "http get /likes/{id}", SpanKind.SERVER, 3024, 3136, "status", "500")
			.failed(6, 5, "like-service", "SELECT likes", SpanKind.CLIENT, 3030, 3131, "db.system.name", "postgresql")
			.exception(3131, "exception.type", "org.postgresql.util.PSQLException", "exception.message",
					"Connection to db:5432 refused for postgresql://likes:s3cret@db:5432/likes");
		for (int i = 0; i < 12; i++) {
			evidence.span(20 + i, 3, "mysfits-service", "SELECT mysfits", SpanKind.CLIENT, 7 + i * 0.8, 7.5 + i * 0.8,
					"db.system.name", "postgresql");
		}
		evidence.span(7, 99, "mail-service", "send mail", SpanKind.INTERNAL, 141, 145);
		evidence.source("files")
			.line(1, "mysfits-web", LogLevel.INFO, 1, "showing mysfit 7 to password=hunter2")
			.line(3, "mysfits-service", LogLevel.INFO, 8, "found mysfit 7")
			.line(5, "like-service", LogLevel.WARN, 3028, "no connection yet")
			.line(5, "like-service", LogLevel.WARN, 3029, "no connection yet")
			.line(5, "like-service", LogLevel.ERROR, 3132, "cannot count likes")
			.failure(new Failure("org.springframework.jdbc.CannotGetJdbcConnectionException",
					"Failed to obtain JDBC Connection", "java.net.ConnectException", "Connection refused",
					"""
							org.springframework.jdbc.CannotGetJdbcConnectionException: Failed to obtain JDBC Connection
								at org.springframework.jdbc.datasource.DataSourceUtils.getConnection(DataSourceUtils.java:84)
								at com.example.likes.LikeRepository.count(LikeRepository.java:42)
								at com.example.likes.LikeController.likes(LikeController.java:17)
							Caused by: java.net.ConnectException: Connection refused
								at java.base/sun.nio.ch.Net.connect0(Native Method)
							"""))
			.line(0, "mysfits-web", LogLevel.ERROR, 142,
					"GET /mysfits/7 answered 502 \u001b[2J\u001b]0;owned\u0007 after 142 ms");
		evidence.search(new Search("splunk", "https://splunk.example:8089",
				new TimeWindow(EvidenceBuilder.START, EvidenceBuilder.START.plusSeconds(3600)), 0, 0,
				Duration.ofMillis(10_000), List.of(), new Search.Problem(
						"Splunk at https://splunk.example:8089 answered 401.", "Put a token into headers: …")));
		return of(evidence.build());
	}

	/** The same page when all is well, with a wide name. */
	static Story good() {
		return of(new EvidenceBuilder()
			.span(1, 0, "mysfits-web", "http get /mysfits/{id}", SpanKind.SERVER, 0, 31, "status", "200")
			.span(2, 1, "mysfits-web", "http get", SpanKind.CLIENT, 4, 20)
			.span(3, 2, "mysfits-service", "http get /mysfits/{id}", SpanKind.SERVER, 6, 18, "status", "200")
			.span(4, 1, "mysfits-web", "http get", SpanKind.CLIENT, 22, 29)
			.span(5, 4, "like-service", "http get /likes/{id}", SpanKind.SERVER, 23, 28, "status", "200")
			.span(6, 5, "like-service", "いいね 🎉 e\u0301", SpanKind.INTERNAL, 24, 27)
			.build());
	}

	/** Nothing but log lines. */
	static Story linesOnly() {
		return of(new EvidenceBuilder().source("files")
			.line(1, "mysfits-web", LogLevel.INFO, 0, "request in")
			.line(2, "like-service", LogLevel.INFO, 10, "counting")
			.line(2, "like-service", LogLevel.ERROR, 20, "cannot count likes")
			.line(1, "mysfits-web", LogLevel.INFO, 30, "request out")
			.build());
	}

}
