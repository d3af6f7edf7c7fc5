package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;

/**
 * Gives the lines that are written to log files from its creation on, also after they are
 * rotated, and those of files that come later. For one thread.
 */
public final class FileFollower implements AutoCloseable {

	private static final Duration INTERVAL = Duration.ofMillis(250);

	private static final int GLOBS_EVERY = 4;

	private final FileGlobs globs;

	private final Map<Path, FollowedFile> files = new HashMap<>();

	// a file that is renamed is not new
	private final Set<Object> known = new HashSet<>();

	FileFollower(FileGlobs globs) throws InterruptedException {
		this.globs = globs;
		addFiles(false);
	}

	/**
	 * Follows the files until the thread is interrupted.
	 * @param ids the ids to look for, asked anew each time the files are read; none until
	 * there are some
	 * @param limits how much to give at a time
	 * @param found takes what is new; called by this thread
	 * @throws InterruptedException when it is to end
	 */
	public void follow(Supplier<Set<String>> ids, Limits limits, Consumer<Answer> found) throws InterruptedException {
		for (int round = 1; true; round++) {
			poll(ids.get(), limits, found);
			Thread.sleep(INTERVAL.toMillis());
			if (round % GLOBS_EVERY == 0) {
				addFiles(true);
			}
		}
	}

	private void poll(Set<String> ids, Limits limits, Consumer<Answer> found) throws InterruptedException {
		if (ids.isEmpty()) {
			return;
		}
		Findings findings = new Findings(limits);
		LogEvents events = new LogEvents(ids, null, findings);
		IdPatterns patterns = new IdPatterns(ids, true);
		for (Iterator<Map.Entry<Path, FollowedFile>> each = this.files.entrySet().iterator(); each.hasNext();) {
			Map.Entry<Path, FollowedFile> file = each.next();
			try {
				file.getValue().poll(patterns, limits, events.of(file.getKey().toString()));
			}
			catch (IOException ex) {
				each.remove();
				close(file.getValue());
			}
		}
		Answer answer = findings.answer();
		if (!answer.lines().isEmpty() || !answer.spans().isEmpty()) {
			found.accept(answer);
		}
	}

	private void addFiles(boolean fromBeginning) throws InterruptedException {
		for (LogFile file : this.globs.files((note) -> {
		})) {
			FollowedFile followed = this.files.get(file.path());
			if (followed != null) {
				followed.key().ifPresent(this.known::add);
			}
			else {
				add(file, fromBeginning);
			}
		}
	}

	private void add(LogFile file, boolean fromBeginning) {
		try {
			FollowedFile followed = new FollowedFile(file.path(), fromBeginning ? 0 : file.size());
			if (followed.key().filter((key) -> !this.known.add(key)).isPresent()) {
				followed.skip(file.size());
			}
			this.files.put(file.path(), followed);
		}
		catch (IOException ex) {
			// not readable, or gone again
		}
	}

	private static void close(FollowedFile file) {
		try {
			file.close();
		}
		catch (IOException ex) {
			// nothing was written
		}
	}

	@Override
	public void close() {
		this.files.values().forEach(FileFollower::close);
		this.files.clear();
	}

}
