package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Log lines, plain or compressed, from standard input. They are read once, into a
 * temporary file that only its owner may read and that closing deletes, because the first
 * answer leads to more questions.
 */
public final class StdinSource implements Source {

	private static final String NAME = "stdin";

	/** Of the time of a question, how much to leave for the search. */
	private static final int SEARCH_SHARE = 4;

	private final InputStream input;

	private final CountDownLatch ended = new CountDownLatch(1);

	private @Nullable Path file;

	private volatile @Nullable String problem;

	/**
	 * @param input read by a thread of its own from the first question on, and never
	 * closed
	 */
	public StdinSource(InputStream input) {
		this.input = input;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String target() {
		return "standard input";
	}

	@Override
	public Answer find(Question question) throws SourceException, InterruptedException {
		Findings findings = new Findings(question.limits());
		return new LogFiles(files(question.limits().timeout(), findings)).find(question, findings);
	}

	@Override
	public Answer recent(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings notes = new Findings(limits);
		return new LogFiles(files(limits.timeout(), notes)).recent(window, limits, notes);
	}

	@Override
	public Answer spans(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings notes = new Findings(limits);
		return new LogFiles(files(limits.timeout(), notes)).spans(window, limits, notes);
	}

	@Override
	public String check() {
		return "read when a question is asked";
	}

	private List<LogFile> files(Duration timeout, Findings findings) throws SourceException, InterruptedException {
		Path path = begin();
		if (!this.ended.await(timeout.toMillis() - timeout.toMillis() / SEARCH_SHARE, TimeUnit.MILLISECONDS)) {
			findings.note("standard input has not ended; searched what came until now");
		}
		String reason = this.problem;
		if (reason != null) {
			findings.note("standard input was not read to its end: " + reason);
		}
		try {
			return List.of(new LogFile(path, NAME, Files.size(path), Instant.now()));
		}
		catch (IOException ex) {
			throw unstored(ex);
		}
	}

	private synchronized Path begin() throws SourceException {
		if (this.file == null) {
			try {
				this.file = Files.createTempFile("trace-request-", ".stdin");
			}
			catch (IOException ex) {
				throw unstored(ex);
			}
			this.file.toFile().deleteOnExit();
			Path target = this.file;
			Thread thread = new Thread(() -> store(target), NAME);
			thread.setDaemon(true);
			thread.start();
		}
		return this.file;
	}

	private void store(Path target) {
		try (var stream = Files.newOutputStream(target)) {
			this.input.transferTo(stream);
		}
		catch (IOException ex) {
			this.problem = Problems.reason(ex);
		}
		finally {
			this.ended.countDown();
		}
	}

	private static SourceException unstored(IOException problem) {
		return new SourceException("Standard input cannot be stored: " + Problems.reason(problem), "Make room in "
				+ System.getProperty("java.io.tmpdir") + ", or search the files themselves with --file");
	}

	@Override
	public synchronized void close() {
		if (this.file != null) {
			try {
				Files.deleteIfExists(this.file);
			}
			catch (IOException ex) {
				// it is deleted at the end
			}
		}
	}

}
