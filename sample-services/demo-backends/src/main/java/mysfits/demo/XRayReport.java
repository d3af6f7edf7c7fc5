package mysfits.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import mysfits.demo.server.Server;
import mysfits.demo.xray.Segment;
import mysfits.demo.xray.SegmentTrace;
import mysfits.demo.xray.XRayDaemon;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the X-Ray daemon, and prints what arrives of each request.
 */
final class XRayReport {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int NAME_WIDTH = 62;

	private static final int DEEPEST = 20;

	private static final List<String> SERVICES = List.of(Server.MYSFITS_WEB.id(), Server.LIKE_SERVICE.id(),
			Server.MYSFITS_SERVICE.id());

	private final Terminal terminal;

	private final XRayDaemon daemon;

	private volatile boolean live;

	XRayReport(Terminal terminal) {
		this.terminal = terminal;
		this.daemon = new XRayDaemon(0, this::arrived);
	}

	private void arrived(String document) {
		if (this.live) {
			this.terminal.line(this.terminal.faint("X-Ray ") + document);
		}
	}

	/**
	 * Returns the arguments with which a service sends to the daemon.
	 */
	List<String> serviceArguments() {
		return List.of("--tracing.exporters.xray.enabled=true",
				"--tracing.exporters.xray.daemon-address=" + this.daemon.address(),
				"--tracing.exporters.xray.schedule-delay=500ms");
	}

	/**
	 * Waits for the segments of a request and prints them.
	 * @return whether all that belongs to it has come
	 */
	boolean print(ScenarioStep step, StepResult result) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		SegmentTrace trace = this.daemon.trace(result.trace().traceId());
		while (!problems(trace, step, result).isEmpty() && System.nanoTime() < deadline) {
			TimeUnit.MILLISECONDS.sleep(250);
			trace = this.daemon.trace(result.trace().traceId());
		}
		this.terminal.line("   X-Ray  " + trace.id());
		printChildren(trace, null, 0);
		List<String> problems = problems(trace, step, result);
		problems.forEach((problem) -> this.terminal.line("   " + this.terminal.bad("problem: " + problem)));
		this.daemon.problems().forEach((problem) -> this.terminal.line("   " + this.terminal.bad(problem)));
		return problems.isEmpty() && this.daemon.problems().isEmpty();
	}

	private static List<String> problems(SegmentTrace trace, ScenarioStep step, StepResult result) {
		return trace.problems(result.correlationId(), SERVICES, step.counted());
	}

	private void printChildren(SegmentTrace trace, @Nullable String parent, int depth) {
		if (depth > DEEPEST) {
			return;
		}
		for (Segment segment : trace.childrenOf(parent)) {
			String name = "  ".repeat(depth) + describe(segment);
			this.terminal.line("     %s %6d ms%s".formatted(("%-" + NAME_WIDTH + "s").formatted(name), segment.millis(),
					outcome(segment)));
			printChildren(trace, segment.id(), depth + 1);
		}
	}

	private static String describe(Segment segment) {
		StringBuilder text = new StringBuilder(segment.isService() ? "segment " : "subsegment ").append(segment.name());
		if (segment.namespace() != null) {
			text.append(" (").append(segment.namespace()).append(')');
		}
		for (String field : List.of("operation", "table_name")) {
			Object value = segment.aws(field);
			text.append((value != null) ? " " + value : "");
		}
		return text.toString();
	}

	private String outcome(Segment segment) {
		if (segment.fault()) {
			return "  " + this.terminal.bad("fault");
		}
		return segment.error() ? "  " + this.terminal.warning(segment.throttle() ? "throttle" : "error") : "";
	}

	/**
	 * Prints each document from now on, as it comes.
	 */
	void printWhatArrives() {
		this.live = true;
	}

}
