package io.tracingstarter.cli.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.RecentRequest;
import io.tracingstarter.cli.story.RecentRequests;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code trace-request recent}: what could I look at?
 */
final class RecentCommand implements Callable<Integer> {

	private static final String DEFAULT_SINCE = "1h";

	/** Server spans and serious lines of a request are rarely more. */
	private static final int EVENTS_OF_REQUEST = 20;

	private static final int FEW = 1000;

	private final Session session;

	private final CommandSpec spec;

	RecentCommand(Session session) {
		this.session = session;
		this.spec = Flags.command(this, "recent", "Lists the newest requests, so that you can pick one.");
		this.spec
			.addOption(Flags.named("--errors", "Only those that failed, or in which an error was logged.").build());
		this.spec.addOption(Flags.named("--slow", "Only those that took at least 1s, or so long.")
			.paramLabel("TIME")
			.type(String.class)
			.arity("0..1")
			.fallbackValue("1s")
			.build());
		this.spec.addOption(OptionSpec.builder("-n", "--max")
			.description("How many. Default: ${DEFAULT-VALUE}.")
			.paramLabel("NUMBER")
			.type(int.class)
			.defaultValue("20")
			.build());
		this.spec.addOption(Flags.timeout("30s"));
		SourceOptions.flags().addTo(this.spec);
		TimeOptions.flags(DEFAULT_SINCE).addTo(this.spec);
		OutputOptions.ofList().addTo(this.spec);
	}

	CommandSpec spec() {
		return this.spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		ParseResult typed = this.spec.commandLine().getParseResult();
		String slow = typed.matchedOptionValue("--slow", (String) null);
		Duration slowerThan = (slow != null) ? Times.duration(slow, "--slow") : null;
		int max = Math.max(1, Flags.<Integer>value(typed, "--max"));
		try (Investigation investigation = new Investigation(this.session, typed)) {
			boolean errors = typed.hasMatchedOption("--errors");
			// those that are wanted may be rare
			int enough = (errors || slowerThan != null) ? 0 : Math.max(FEW, max * EVENTS_OF_REQUEST);
			Evidence evidence = investigation.recent(new TimeOptions(typed).window(DEFAULT_SINCE, this.session.clock()),
					enough);
			List<RecentRequest> requests = new RecentRequests(errors, slowerThan, max).find(evidence);
			new Output(this.session, new OutputOptions(typed)).print(requests);
			Problems.print(evidence.searches(), this.session.err());
			return ExitCode.of(!requests.isEmpty(), evidence.searches());
		}
	}

}
