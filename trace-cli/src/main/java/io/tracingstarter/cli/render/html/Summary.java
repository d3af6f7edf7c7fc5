package io.tracingstarter.cli.render.html;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.render.Masking;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the page that are there without its script: what happened in short, and
 * what was searched.
 */
final class Summary {

	private final Masking masking;

	private final DateTimeFormatter time;

	Summary(Masking masking, ZoneId zone) {
		this.masking = masking;
		this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT).withZone(zone);
	}

	String title(Story story) {
		return this.masking.text(String.join(", ", story.asked())) + " · "
				+ story.outcome().name().toLowerCase(Locale.ROOT);
	}

	String of(Story story) {
		StringBuilder html = new StringBuilder();
		html.append("<h1>Request ").append(escape(String.join(", ", story.asked()))).append(" <span class=\"badge ");
		html.append(story.outcome())
			.append("\">")
			.append(outcome(story))
			.append("</span></h1>\n<dl class=\"facts\">\n");
		fact(html, "correlation id", ids(story.correlationIds()));
		fact(html, "trace id", ids(story.traceIds()));
		fact(html, "services", escape(String.join(" → ", story.services())));
		if (!story.isEmpty()) {
			fact(html, "began", this.time.format(EpochNanos.toInstant(story.startNanos())));
			fact(html, "took", escape(Durations.of(story.durationNanos())));
		}
		fact(html, "found", story.spans().size() + " spans");
		html.append("</dl>\n");
		FirstError error = story.firstError();
		if (error != null) {
			html.append(firstError(error));
		}
		if (!story.warnings().isEmpty()) {
			html.append("<ul class=\"warnings\">");
			story.warnings().forEach((warning) -> html.append("<li>").append(escape(warning.text())).append("</li>"));
			html.append("</ul>\n");
		}
		return html.toString();
	}

	private String outcome(Story story) {
		String text = story.outcome().name().toLowerCase(Locale.ROOT);
		return (story.status() != null) ? text + ", status " + escape(story.status()) : text;
	}

	private String ids(List<String> ids) {
		return ids.stream()
			.map((id) -> "<code>" + escape(id) + "</code> <button data-copy=\"" + escape(id) + "\">Copy</button>")
			.collect(Collectors.joining(" "));
	}

	private static void fact(StringBuilder html, String name, String value) {
		if (!value.isEmpty()) {
			html.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>\n");
		}
	}

	private String firstError(FirstError error) {
		StringBuilder html = new StringBuilder(
				"<div class=\"error\" role=\"alert\"><strong>First error</strong> in <strong>");
		html.append(escape(error.service())).append("</strong>, ").append(escape(error.what()));
		if (error.span() >= 0) {
			html.append("<button data-first-error>Show</button>");
		}
		html.append("<br><code>").append(escape(orEmpty(error.type()))).append("</code> ");
		html.append(escape(orEmpty(error.message())));
		if (error.failure() != null && error.failure().rootType() != null) {
			html.append("<br>caused by <code>").append(escape(error.failure().rootType())).append("</code> ");
			html.append(escape(orEmpty(error.failure().rootMessage())));
		}
		return html.append("</div>\n").toString();
	}

	String searched(Story story) {
		StringBuilder html = new StringBuilder(
				"<table><thead><tr><th>Source</th><th>Where</th><th>When</th><th>Found</th><th>Took</th><th></th></tr></thead><tbody>");
		for (Search search : story.searches()) {
			html.append("<tr><td>").append(escape(search.source())).append("</td><td>").append(escape(search.target()));
			html.append("</td><td>").append(window(search.window())).append("</td><td>").append(search.spans());
			html.append(" spans, ").append(search.lines()).append(" lines</td><td>").append(millis(search.took()));
			html.append("</td><td>").append(remarks(search)).append("</td></tr>");
		}
		html.append("</tbody></table>");
		if (!story.links().isEmpty()) {
			html.append("<h2>Look further</h2><ul>");
			story.links().forEach((link) -> html.append("<li>").append(Html.link(redacted(link))).append("</li>"));
			html.append("</ul>");
		}
		return html.toString();
	}

	private DeepLink redacted(DeepLink link) {
		return new DeepLink(this.masking.text(link.label()), this.masking.text(link.url()));
	}

	private String remarks(Search search) {
		String notes = search.notes().stream().map(this::escape).collect(Collectors.joining("<br>"));
		Search.Problem problem = search.problem();
		return (problem != null) ? "<span class=\"FAILED\">" + escape(problem.reason()) + "</span><br>"
				+ escape(problem.action()) + "<br>" + notes : notes;
	}

	private String window(@Nullable TimeWindow window) {
		return (window != null) ? this.time.format(window.from()) + "<br>" + this.time.format(window.until()) : "all";
	}

	private static String millis(Duration took) {
		return took.toMillis() + " ms";
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private String escape(String text) {
		return Html.escape(this.masking.text(text));
	}

}
