package io.tracingstarter.cli.command;

import java.util.concurrent.Callable;

import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.ServiceMap;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.story.ServiceMapper;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code trace-request map}: who calls whom, how often, how well, how fast.
 */
@Command(name = "map", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Shows the services and their calls, with rate, errors, p50 and p99 of the spans that were found.")
final class MapCommand implements Callable<Integer> {

	private static final String DEFAULT_SINCE = "1h";

	private final Session session;

	@Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s",
			description = "How long each source may take. Default: ${DEFAULT-VALUE}.")
	private String timeout = "30s";

	@ArgGroup(validate = false, heading = "%nWhere to search:%n", order = 1)
	private SourceOptions sources = new SourceOptions();

	@ArgGroup(validate = false, heading = "%nWhen it happened:%n", order = 2)
	private TimeOptions time = new TimeOptions();

	@ArgGroup(validate = false, heading = "%nWhat to show:%n", order = 3)
	private OutputOptions output = new OutputOptions();

	MapCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() throws InterruptedException {
		try (Investigation investigation = new Investigation(this.session, this.sources,
				Times.duration(this.timeout, "--timeout"))) {
			TimeWindow window = this.time.window(DEFAULT_SINCE, this.session.clock());
			Evidence evidence = investigation.recent(window);
			ServiceMap map = ServiceMapper.map(evidence, window);
			new Output(this.session, this.output).print(map);
			Problems.print(evidence.searches(), this.session.err());
			return ExitCode.of(!map.nodes().isEmpty(), evidence.searches());
		}
	}

}
