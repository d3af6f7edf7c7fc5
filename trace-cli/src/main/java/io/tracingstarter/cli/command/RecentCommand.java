package io.tracingstarter.cli.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.RecentRequest;
import io.tracingstarter.cli.story.RecentRequests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code trace-request recent}: what could I look at?
 */
@Command(name = "recent", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Lists the newest requests, so that you can pick one.")
final class RecentCommand implements Callable<Integer> {

	private static final String DEFAULT_SINCE = "1h";

	private final Session session;

	@Option(names = "--errors", description = "Only those that failed, or in which an error was logged.")
	private boolean errors;

	@Option(names = "--slow", paramLabel = "TIME", arity = "0..1", fallbackValue = "1s",
			description = "Only those that took at least 1s, or so long.")
	private @Nullable String slow;

	@Option(names = { "-n", "--max" }, paramLabel = "NUMBER", defaultValue = "20",
			description = "How many. Default: ${DEFAULT-VALUE}.")
	private int max = 20;

	@Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s",
			description = "How long each source may take. Default: ${DEFAULT-VALUE}.")
	private String timeout = "30s";

	@ArgGroup(validate = false, heading = "%nWhere to search:%n", order = 1)
	private SourceOptions sources = new SourceOptions();

	@ArgGroup(validate = false, heading = "%nWhen it happened:%n", order = 2)
	private TimeOptions time = new TimeOptions();

	@ArgGroup(validate = false, heading = "%nWhat to show:%n", order = 3)
	private OutputOptions output = new OutputOptions();

	RecentCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() throws InterruptedException {
		Duration slowerThan = (this.slow != null) ? Times.duration(this.slow, "--slow") : null;
		try (Investigation investigation = new Investigation(this.session, this.sources,
				Times.duration(this.timeout, "--timeout"))) {
			Evidence evidence = investigation.recent(this.time.window(DEFAULT_SINCE, this.session.clock()));
			List<RecentRequest> requests = new RecentRequests(this.errors, slowerThan, Math.max(1, this.max))
				.find(evidence);
			new Output(this.session, this.output).print(requests);
			Problems.print(evidence.searches(), this.session.err());
			return ExitCode.of(!requests.isEmpty(), evidence.searches());
		}
	}

}
