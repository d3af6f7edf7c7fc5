package io.tracingstarter.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.cli.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * Starts the command.
 */
public final class Main {

	private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();
	static {
		VERBS.put("recent", RecentCommand.class);
		VERBS.put("map", MapCommand.class);
		VERBS.put("sources", SourcesCommand.class);
		VERBS.put("completion", CompletionCommand.class);
		VERBS.put("man", ManCommand.class);
	}

	private Main() {
	}

	public static void main(String[] args) {
		Map<String, String> environment = System.getenv();
		Session session = new Session(Path.of(""), environment, Clock.systemDefaultZone(),
				Terminal.of(System.getProperties(), environment), writer(FileDescriptor.out),
				writer(FileDescriptor.err));
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
		CommandLine line = new CommandLine(new TraceCommand(session), new CommandFactory(session));
		if (Arrays.stream(args).anyMatch(Main::concernsVerbs)) {
			VERBS.forEach(line::addSubcommand);
		}
		line.setOut(session.out());
		line.setErr(session.err());
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setUsageHelpWidth(Math.min(session.terminal().columns(), 110));
		line.setColorScheme(CommandLine.Help.defaultColorScheme(session.terminal().colour() ? Ansi.ON : Ansi.OFF));
		line.setParameterExceptionHandler((ex, typed) -> wrongUsage(session, ex));
		line.setExecutionExceptionHandler((ex, command, parsed) -> failed(session, ex));
		// an id may begin with it
		line.setExpandAtFiles(false);
		return line.execute(args);
	}

	// reading the options of all verbs takes longer than searching a file
	private static boolean concernsVerbs(String arg) {
		return VERBS.containsKey(arg) || arg.equals("--help") || arg.equals("-h");
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
			return ExitCode.NOTHING_FOUND;
		}
		session.err().println("trace-request: unexpected failure, please report it");
		ex.printStackTrace(session.err());
		return ExitCode.ALL_SOURCES_FAILED;
	}

	private static PrintWriter writer(FileDescriptor descriptor) {
		return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
	}

}
