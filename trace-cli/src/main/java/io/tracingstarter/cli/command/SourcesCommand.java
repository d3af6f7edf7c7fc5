package io.tracingstarter.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code trace-request sources check}: can I reach and read each?
 */
@Command(name = "sources", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Says of each source whether it can be reached and read.")
final class SourcesCommand {

	private final Session session;

	SourcesCommand(Session session) {
		this.session = session;
	}

	@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, description = "Tries each source.",
			exitCodeListHeading = "%nExit codes:%n",
			exitCodeList = { "0:all can be read", "3:some cannot", "4:none can" })
	int check(@ArgGroup(validate = false, heading = "%nWhich:%n") SourceOptions options,
			@Option(names = "--timeout", paramLabel = "TIME", defaultValue = "10s",
					description = "How long each source may take. Default: ${DEFAULT-VALUE}.") String timeout)
			throws InterruptedException {
		SourceOptions chosen = (options != null) ? options : new SourceOptions();
		ExecutorService threads = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "check");
			thread.setDaemon(true);
			return thread;
		});
		try (Investigation investigation = new Investigation(this.session, chosen,
				Times.duration(timeout, "--timeout"))) {
			long millis = Times.duration(timeout, "--timeout").toMillis();
			List<Source> sources = investigation.sources();
			List<Future<String>> answers = new ArrayList<>();
			sources.forEach((source) -> answers.add(threads.submit((Callable<String>) source::check)));
			int failed = 0;
			for (int i = 0; i < sources.size(); i++) {
				failed += report(sources.get(i), answers.get(i), millis) ? 0 : 1;
			}
			return (failed == 0) ? ExitCode.FOUND
					: (failed < sources.size()) ? ExitCode.FOUND_IN_PART : ExitCode.ALL_SOURCES_FAILED;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private boolean report(Source source, Future<String> answer, long millis) throws InterruptedException {
		try {
			print(source, "ok", answer.get(millis, TimeUnit.MILLISECONDS));
			return true;
		}
		catch (TimeoutException ex) {
			print(source, "FAILED", "No answer within " + millis / 1000 + " s. Is the address right?");
		}
		catch (ExecutionException ex) {
			print(source, "FAILED", (ex.getCause() instanceof SourceException failure)
					? failure.getMessage() + " " + failure.action() : String.valueOf(ex.getCause()));
		}
		return false;
	}

	private void print(Source source, String result, String detail) {
		this.session.out()
			.printf("%-7s %-14s %s%n        %s%n", result, source.name(), Printable.of(source.target()),
					Printable.of(detail));
	}

}
