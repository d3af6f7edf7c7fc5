package io.tracingstarter.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.tracingstarter.cli.config.ConfigurationException;
import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.story.StoryComparer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code trace-request ID}: the whole story of one request.
 */
@Command(name = "trace-request", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
		description = "Tells the whole story of one request: its spans and log lines in every service on one timeline, "
				+ "the first error on top.",
		synopsisHeading = "Usage: ",
		customSynopsis = { "trace-request [OPTIONS] ID...", "       trace-request recent [OPTIONS]",
				"       trace-request map [OPTIONS]", "       trace-request sources check [OPTIONS]" },
		commandListHeading = "%nOther verbs:%n", footerHeading = "%nExit codes:%n",
		footer = { "  0  found", "  1  nothing found", "  2  wrong usage or configuration",
				"  3  found, but a source failed", "  4  all sources failed", "", "Examples:",
				"  trace-request 4bf92f3577b34da6a3ce929d0e0e4736",
				"  trace-request order-4711 --file '/var/log/shop/*.json*' --since 2h",
				"  trace-request order-4711 --zipkin http://zipkin:9411 --html story.html --open",
				"  trace-request --diff SLOW_ID FAST_ID" })
final class TraceCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(paramLabel = "ID", arity = "0..*",
			description = "A correlation id, a trace id of W3C or X-Ray, or a traceparent.")
	private List<String> typed = new ArrayList<>();

	@Option(names = "--diff", description = "Show two requests beside each other, span by span.")
	private boolean diff;

	@Option(names = "--wait", paramLabel = "TIME", arity = "0..1", fallbackValue = "60s",
			description = "Search again until something is found and nothing new comes up, at most 60s or so long.")
	private @Nullable String wait;

	@Option(names = "--follow", description = "Go on and print what comes up, until Ctrl-C.")
	private boolean follow;

	@Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s",
			description = "How long each source may take. Default: ${DEFAULT-VALUE}.")
	private String timeout = "30s";

	@ArgGroup(validate = false, heading = "%nWhere to search:%n", order = 1)
	private SourceOptions sources = new SourceOptions();

	@ArgGroup(validate = false, heading = "%nWhen it happened:%n", order = 2)
	private TimeOptions time = new TimeOptions();

	@ArgGroup(validate = false, heading = "%nWhat to show:%n", order = 3)
	private OutputOptions output = new OutputOptions();

	TraceCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() throws InterruptedException {
		List<RequestId> ids = ids();
		Duration patience = (this.wait != null) ? Times.duration(this.wait, "--wait") : Duration.ZERO;
		try (Investigation investigation = new Investigation(this.session, this.sources,
				Times.duration(this.timeout, "--timeout"))) {
			StorySearch search = new StorySearch(investigation, this.time, this.session.clock());
			Output out = new Output(this.session, this.output);
			if (this.diff) {
				return compare(search, ids, out);
			}
			if (this.follow) {
				return new Follower(search, out, this.session.out()).follow(ids);
			}
			Story story = search.await(ids, patience);
			out.print(story);
			return ExitCode.of(!story.isEmpty(), story.searches());
		}
	}

	private List<RequestId> ids() {
		if (this.typed.isEmpty()) {
			throw usage("Name an id: a correlation id, a trace id, or a traceparent.");
		}
		if (this.diff && this.typed.size() != 2) {
			throw usage("--diff needs two ids.");
		}
		List<RequestId> ids = new ArrayList<>();
		for (String text : this.typed) {
			ids.add(RequestId.parse(text)
				.orElseThrow(() -> usage("This cannot be an id: \"" + Printable.of(text)
						+ "\". Ids have 1 to 128 letters, digits and . _ : / + = @ -")));
		}
		return ids;
	}

	private CommandLine.ParameterException usage(String message) {
		if (this.spec == null) {
			throw new ConfigurationException(message);
		}
		return new CommandLine.ParameterException(this.spec.commandLine(), message);
	}

	private int compare(StorySearch search, List<RequestId> ids, Output out) throws InterruptedException {
		Story first = search.find(ids.subList(0, 1));
		Story second = search.find(ids.subList(1, 2));
		out.print(StoryComparer.compare(first, second));
		List<Search> searches = new ArrayList<>(first.searches());
		searches.addAll(second.searches());
		return ExitCode.of(!first.isEmpty() && !second.isEmpty(), searches);
	}

}
