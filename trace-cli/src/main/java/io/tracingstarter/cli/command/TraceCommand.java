package io.tracingstarter.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.story.StoryComparer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code trace-request ID}: the whole story of one request.
 */
final class TraceCommand implements Callable<Integer> {

	private static final String[] SYNOPSIS = { "trace-request [OPTIONS] ID...", "       trace-request recent [OPTIONS]",
			"       trace-request map [OPTIONS]", "       trace-request sources check [OPTIONS]" };

	private static final String[] FOOTER = { "  0  found", "  1  nothing found", "  2  wrong usage or configuration",
			"  3  found, but a source failed", "  4  all sources failed", "", "Examples:",
			"  trace-request 4bf92f3577b34da6a3ce929d0e0e4736",
			"  trace-request order-4711 --file '/var/log/shop/*.json*' --since 2h",
			"  trace-request order-4711 --zipkin http://zipkin:9411 --html story.html --open",
			"  trace-request --diff SLOW_ID FAST_ID" };

	private static final String DEFAULT_WAIT = "60s";

	private static final Pattern TIME = Pattern.compile("\\d+[a-z]+");

	private final Session session;

	private final CommandSpec spec;

	/**
	 * Creates the command.
	 * @param headed whether its help will be read
	 */
	TraceCommand(Session session, boolean headed) {
		this.session = session;
		this.spec = Flags.command(this, "trace-request",
				"Tells the whole story of one request: its spans and log lines in every service on one timeline, "
						+ "the first error on top.");
		this.spec.usageMessage()
			.synopsisHeading("Usage: ")
			.customSynopsis(SYNOPSIS)
			.commandListHeading("%nOther verbs:%n")
			.footerHeading("%nExit codes:%n")
			.footer(FOOTER);
		this.spec.addPositional(PositionalParamSpec.builder()
			.paramLabel("ID")
			.arity("0..*")
			.type(List.class)
			.auxiliaryTypes(String.class)
			.description("A correlation id, a trace id of W3C or X-Ray, or a traceparent.")
			.build());
		this.spec.addOption(Flags.named("--diff", "Show two requests beside each other, span by span.").build());
		this.spec.addOption(Flags
			.named("--wait", "Search again until something is found and nothing new comes up, at most 60s or so long.")
			.paramLabel("TIME")
			.type(String.class)
			.arity("0..1")
			.fallbackValue(DEFAULT_WAIT)
			.build());
		this.spec
			.addOption(Flags.named("--follow", "Print what comes up, until Ctrl-C; then the whole story.").build());
		this.spec.addOption(Flags.timeout("30s"));
		SourceOptions.flags().addTo(this.spec, headed);
		TimeOptions.flags("24h").addTo(this.spec, headed);
		OutputOptions.ofStory().addTo(this.spec, headed);
	}

	CommandSpec spec() {
		return this.spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		ParseResult typed = this.spec.commandLine().getParseResult();
		boolean diff = typed.hasMatchedOption("--diff");
		List<String> named = typed.matchedPositionalValue(0, List.of());
		String wait = typed.matchedOptionValue("--wait", (String) null);
		if (named.isEmpty() && wait != null && !TIME.matcher(wait).matches()) {
			// --wait ID: the time may be left out
			named = List.of(wait);
			wait = DEFAULT_WAIT;
		}
		List<RequestId> ids = ids(named, diff);
		if (diff) {
			rejectWithDiff(typed, "--json", "--html", "--open", "--follow");
		}
		rejectFiles(named, typed);
		Duration patience = (wait != null) ? Times.duration(wait, "--wait") : Duration.ZERO;
		try (Investigation investigation = new Investigation(this.session, typed)) {
			StorySearch search = new StorySearch(investigation, new TimeOptions(typed), this.session.clock());
			Output out = new Output(this.session, new OutputOptions(typed));
			if (diff) {
				return compare(search, ids, out);
			}
			if (typed.hasMatchedOption("--follow")) {
				return new Follower(search, out, this.session).follow(ids);
			}
			Story story = search.await(ids, patience);
			out.print(story);
			return ExitCode.of(!story.isEmpty(), story.searches());
		}
	}

	private List<RequestId> ids(List<String> typed, boolean diff) {
		if (typed.isEmpty()) {
			throw usage("Name an id: a correlation id, a trace id, or a traceparent.");
		}
		if (diff && typed.size() != 2) {
			throw usage("--diff needs two ids.");
		}
		List<RequestId> ids = new ArrayList<>();
		for (String text : typed) {
			ids.add(RequestId.parse(text)
				.orElseThrow(() -> usage("This cannot be an id: \"" + Printable.of(text)
						+ "\". Ids have 1 to 128 letters, digits and . _ : / + = @ -")));
		}
		return ids;
	}

	private void rejectWithDiff(ParseResult typed, String... flags) {
		for (String flag : flags) {
			if (typed.hasMatchedOption(flag)) {
				throw usage("--diff prints text only: leave out " + flag + ".");
			}
		}
	}

	/** What the shell makes of a pattern without quotes. */
	private void rejectFiles(List<String> named, ParseResult typed) {
		for (String name : named) {
			if (typed.hasMatchedOption("--file") && this.session.folder().resolve(name).toFile().isFile()) {
				throw usage("This is a file, not an id: " + Printable.of(name)
						+ ". Put quotes around the pattern: --file '*.json'");
			}
		}
	}

	private CommandLine.ParameterException usage(String message) {
		return new CommandLine.ParameterException(this.spec.commandLine(), message);
	}

	private int compare(StorySearch search, List<RequestId> ids, Output out) throws InterruptedException {
		Story first = search.find(ids.subList(0, 1));
		Story second = search.find(ids.subList(1, 2));
		out.print(StoryComparer.compare(first, second));
		List<Search> searches = new ArrayList<>(first.searches());
		searches.addAll(second.searches());
		Problems.print(searches, this.session.err());
		return ExitCode.of(!first.isEmpty() && !second.isEmpty(), searches);
	}

}
