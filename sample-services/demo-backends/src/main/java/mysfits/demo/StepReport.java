package mysfits.demo;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import mysfits.demo.evidence.LogLine;
import mysfits.demo.evidence.Span;
import org.jspecify.annotations.Nullable;

/**
 * Prints what one request left behind.
 */
final class StepReport {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

	private static final int MESSAGE_WIDTH = 90;

	private static final int NAME_WIDTH = 58;

	private static final int DEEPEST = 20;

	private final Terminal terminal;

	StepReport(Terminal terminal) {
		this.terminal = terminal;
	}

	void print(int number, ScenarioStep step, StepResult result, String traceUrl) {
		this.terminal.line("");
		this.terminal.title(number + ". " + step.title());
		this.terminal.line(
				"   POST " + step.path() + "  " + status(result.status()) + " in " + result.took().toMillis() + " ms");
		this.terminal.line("   correlation id  " + this.terminal.bold(result.correlationId()));
		this.terminal.line("   log lines");
		result.lines().forEach(this::printLine);
		this.terminal.line("   trace");
		printChildren(result.trace().spans(), null, 0);
		this.terminal.line("   " + traceUrl);
		for (String problem : result.problems()) {
			this.terminal.line("   " + this.terminal.bad("problem: " + problem));
		}
		if (result.problems().isEmpty()) {
			this.terminal.line("   " + this.terminal.good("found: ") + result.trace().spans().size() + " spans and "
					+ result.lines().size() + " log lines of three services, one id on all");
		}
	}

	private void printLine(LogLine line) {
		this.terminal.line("     %s  %-16s %s %s".formatted(this.terminal.faint(time(line.timestamp())), line.service(),
				level(line.level()), shortened(line.message(), MESSAGE_WIDTH)));
	}

	private void printChildren(List<Span> spans, @Nullable String parentId, int depth) {
		if (depth > DEEPEST) {
			return;
		}
		spans.stream()
			.filter((span) -> Objects.equals(span.parentId(), parentId))
			.sorted(Comparator.comparingLong(Span::timestamp))
			.forEach((span) -> {
				String name = "  ".repeat(depth) + span.service() + "  "
						+ ((span.kind() != null) ? span.kind() + " " : "") + span.name();
				this.terminal.line("     %s %6d ms%s".formatted(
						("%-" + NAME_WIDTH + "s").formatted(shortened(name, NAME_WIDTH)), span.duration() / 1000,
						(span.tag("error") != null) ? "  " + this.terminal.bad("error") : ""));
				printChildren(spans, span.id(), depth + 1);
			});
	}

	private String status(int status) {
		String text = Integer.toString(status);
		if (status < 400) {
			return this.terminal.good(text);
		}
		return (status < 500) ? this.terminal.warning(text) : this.terminal.bad(text);
	}

	private String level(String level) {
		String text = "%-5s".formatted(level);
		return switch (level) {
			case "ERROR" -> this.terminal.bad(text);
			case "WARN" -> this.terminal.warning(text);
			default -> text;
		};
	}

	private static String time(String timestamp) {
		try {
			return TIME.format(OffsetDateTime.parse(timestamp).withOffsetSameInstant(localOffset()));
		}
		catch (DateTimeException ex) {
			return timestamp;
		}
	}

	private static ZoneOffset localOffset() {
		return OffsetDateTime.now().getOffset();
	}

	private static String shortened(String text, int width) {
		String line = text.replaceAll("[\\r\\n\\t]+", " ");
		return (line.length() <= width) ? line : line.substring(0, width - 1) + "…";
	}

}
