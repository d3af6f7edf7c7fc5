package io.tracingstarter.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.tracingstarter.cli.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Starts the command.
 */
public final class Main {

	private static final Set<String> VERBS = Set.of("recent", "map", "sources", "completion", "man");

	/** Also among other short flags. */
	private static final Pattern SHORT_HELP = Pattern.compile("-[a-zA-Z]*h");

	private Main() {
	}

	public static void main(String[] args) {
		Map<String, String> environment = System.getenv();
		Session session = new Session(Path.of(""), environment, new LocalClock(),
				Terminal.of(System.getProperties(), environment), writer(FileDescriptor.out),
				writer(FileDescriptor.err));
		Runtime.getRuntime().addShutdownHook(new LastWords(Thread.currentThread()));
		int code = run(session, args);
		session.out().flush();
		session.err().flush();
		// threads of a source that hangs must not hold the command
		Runtime.getRuntime().halt(code);
	}

	/**
	 * Runs one command line.
	 * @param session where it runs
	 * @param args what was typed
	 * @return the exit code
	 */
	static int run(Session session, String... args) {
		boolean headed = asksForMore(args);
		CommandSpec spec = new TraceCommand(session, headed).spec();
		if (headed) {
			addVerbs(spec, session);
		}
		CommandLine line = new CommandLine(spec);
		line.setOut(session.out());
		line.setErr(session.err());
		line.setCaseInsensitiveEnumValuesAllowed(true);
		// an alias may have said it already
		line.setOverwrittenOptionsAllowed(true);
		line.setUsageHelpWidth(Math.min(session.terminal().columns(), 110));
		line.setColorScheme(CommandLine.Help.defaultColorScheme(session.terminal().colour() ? Ansi.ON : Ansi.OFF));
		line.setParameterExceptionHandler((ex, typed) -> wrongUsage(session, ex));
		line.setExecutionExceptionHandler((ex, command, parsed) -> failed(session, ex));
		// an id may begin with it
		line.setExpandAtFiles(false);
		return line.execute(args);
	}

	/** A search does without verbs and headings, and reads its flags in half the time. */
	private static boolean asksForMore(String... args) {
		for (String arg : args) {
			if (VERBS.contains(arg) || arg.startsWith("--help") || SHORT_HELP.matcher(arg).lookingAt()) {
				return true;
			}
		}
		return false;
	}

	private static void addVerbs(CommandSpec spec, Session session) {
		spec.addSubcommand("recent", new RecentCommand(session).spec());
		spec.addSubcommand("map", new MapCommand(session).spec());
		spec.addSubcommand("sources", new SourcesCommand(session).spec());
		spec.addSubcommand("completion", new CompletionCommand(session).spec());
		spec.addSubcommand("man", new ManCommand(session).spec());
	}

	private static int wrongUsage(Session session, CommandLine.ParameterException ex) {
		session.err().println("trace-request: " + Printable.of(String.valueOf(ex.getMessage())));
		CommandLine.UnmatchedArgumentException.printSuggestions(ex, session.err());
		session.err().println("Try " + ex.getCommandLine().getCommandSpec().qualifiedName() + " --help");
		return ExitCode.USAGE;
	}

	private static int failed(Session session, Exception ex) {
		if (ex instanceof ConfigurationException) {
			session.err().println("trace-request: " + ex.getMessage());
			return ExitCode.USAGE;
		}
		if (ex instanceof InterruptedException) {
			return ExitCode.INTERRUPTED;
		}
		session.err().println("trace-request: unexpected failure, please report it");
		ex.printStackTrace(session.err());
		return ExitCode.ALL_SOURCES_FAILED;
	}

	private static PrintWriter writer(FileDescriptor descriptor) {
		return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
	}

}
