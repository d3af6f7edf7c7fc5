package io.tracingstarter.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code trace-request sources check}: can I reach and read each?
 */
final class SourcesCommand implements Callable<Integer> {

	private final Session session;

	private final CommandSpec spec;

	private final CommandSpec check;

	SourcesCommand(Session session) {
		this.session = session;
		this.check = Flags.command(this, "check", "Tries each source.");
		this.check.addOption(Flags.timeout("10s"));
		SourceOptions.flags().addTo(this.check);
		Map<String, String> codes = new LinkedHashMap<>();
		codes.put("0", "all can be read");
		codes.put("3", "some cannot");
		codes.put("4", "none can");
		this.check.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
		this.spec = Flags.command(new Object(), "sources", "Says of each source whether it can be reached and read.");
		this.spec.addSubcommand("check", this.check);
	}

	CommandSpec spec() {
		return this.spec;
	}

	@Override
	public Integer call() throws InterruptedException {
		ExecutorService threads = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "check");
			thread.setDaemon(true);
			return thread;
		});
		try (Investigation investigation = new Investigation(this.session, this.check.commandLine().getParseResult())) {
			long millis = investigation.timeout().toMillis();
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
