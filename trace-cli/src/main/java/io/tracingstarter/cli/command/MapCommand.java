package io.tracingstarter.cli.command;

import java.time.Instant;
import java.util.concurrent.Callable;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.ServiceMap;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.story.ServiceMapper;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code trace-request map}: who calls whom, how often, how well, how fast.
 */
final class MapCommand implements Callable<Integer> {

	private static final String DEFAULT_SINCE = "1h";

	private final Session session;

	private final CommandSpec spec;

	MapCommand(Session session) {
		this.session = session;
		this.spec = Flags.command(this, "map",
				"Shows the services and their calls, with rate, errors, p50 and p99 of the spans that were found.");
		this.spec.addOption(Flags.timeout("30s"));
		SourceOptions.flags().addTo(this.spec);
		TimeOptions.flags(DEFAULT_SINCE).addTo(this.spec);
		OutputOptions.ofList().addTo(this.spec);
	}

	CommandSpec spec() {
		return this.spec;
	}

	/** What is searched goes on a little after now; nothing can have happened there. */
	private TimeWindow untilNow(TimeWindow window) {
		Instant now = this.session.clock().instant();
		return (window.from().isBefore(now) && window.until().isAfter(now)) ? new TimeWindow(window.from(), now)
				: window;
	}

	@Override
	public Integer call() throws InterruptedException {
		ParseResult typed = this.spec.commandLine().getParseResult();
		try (Investigation investigation = new Investigation(this.session, typed)) {
			TimeWindow window = new TimeOptions(typed).window(DEFAULT_SINCE, this.session.clock());
			Evidence evidence = investigation.spans(window);
			ServiceMap map = ServiceMapper.map(evidence, untilNow(window));
			new Output(this.session, new OutputOptions(typed)).print(map);
			Problems.print(evidence.searches(), this.session.err());
			return ExitCode.of(!map.nodes().isEmpty(), evidence.searches());
		}
	}

}
