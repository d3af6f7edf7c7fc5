package io.tracingstarter.cli.source.file;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from files that are known.
 */
final class LogFiles {

	/** Of clocks and caches of file systems. */
	private static final Duration PADDING = Duration.ofMinutes(5);

	private final List<LogFile> files;

	LogFiles(List<LogFile> files) {
		this.files = files;
	}

	Answer find(Question question, Findings findings) throws SourceException, InterruptedException {
		Set<String> ids = question.ids();
		if (ids.isEmpty()) {
			return findings.answer();
		}
		LogEvents events = new LogEvents(ids, question.window(), findings);
		FileSearch search = new FileSearch(new IdMatchers(ids), events::of, question.limits(), question.window(),
				findings);
		search(search, question.window(), findings);
		events.noteOutside();
		return findings.answer();
	}

	Answer recent(TimeWindow window, Limits limits, Findings notes) throws SourceException, InterruptedException {
		return newest(RecentEvents.ofRequests(window, limits), window, limits, notes);
	}

	Answer spans(TimeWindow window, Limits limits, Findings notes) throws SourceException, InterruptedException {
		return newest(RecentEvents.ofSpans(window, limits), window, limits, notes);
	}

	private Answer newest(RecentEvents events, TimeWindow window, Limits limits, Findings notes)
			throws SourceException, InterruptedException {
		search(new FileSearch(events.matchers(), events::of, limits, window, notes).newestFirst(events::isTooOld),
				window, notes);
		return events.answer(notes.answer().notes());
	}

	private void search(FileSearch search, @Nullable TimeWindow window, Findings findings)
			throws SourceException, InterruptedException {
		List<LogFile> wanted = this.files;
		if (window != null) {
			Instant earliest = window.from().minus(PADDING);
			wanted = this.files.stream().filter((file) -> !file.endsBefore(earliest)).toList();
			if (wanted.size() < this.files.size()) {
				findings.note("skipped " + (this.files.size() - wanted.size()) + " files that were written before "
						+ window.from());
			}
		}
		int failed = search.search(wanted);
		if (failed > 0 && failed == wanted.size()) {
			throw new SourceException("None of " + failed + " files can be read: " + findings.answer().notes(),
					"Run the command as a user who may read them", findings.answer());
		}
	}

}
