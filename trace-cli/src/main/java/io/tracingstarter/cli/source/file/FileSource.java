package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;

/**
 * Log files on this machine: plain, {@code .gz} and {@code .zst}, rotated, and being
 * written.
 */
public final class FileSource implements Source {

	private static final long MEGABYTE = 1_000_000;

	private final String name;

	private final List<String> globs;

	/**
	 * @param name the name under which it is configured
	 * @param globs paths, directories (with all that is below), and patterns with
	 * {@code *}, {@code ?}, {@code [a-z]}, {@code {a,b}} and {@code **}; {@code ~/} at
	 * the beginning is the home directory
	 */
	public FileSource(String name, List<String> globs) {
		this.name = name;
		this.globs = List.copyOf(globs);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String target() {
		return String.join(", ", this.globs);
	}

	@Override
	public Answer find(Question question) throws SourceException, InterruptedException {
		Findings findings = new Findings(question.limits());
		return new LogFiles(files(findings)).find(question, findings);
	}

	@Override
	public Answer recent(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings notes = new Findings(limits);
		return new LogFiles(files(notes)).recent(window, limits, notes);
	}

	@Override
	public Answer spans(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		Findings notes = new Findings(limits);
		return new LogFiles(files(notes)).spans(window, limits, notes);
	}

	@Override
	public String check() throws SourceException, InterruptedException {
		List<LogFile> files = new ArrayList<>(files(new Findings(Limits.DEFAULTS)));
		long readable = files.stream().filter((file) -> Files.isReadable(file.path())).count();
		if (readable == 0) {
			throw new SourceException("None of " + files.size() + " files can be read: " + target(),
					"Run the command as a user who may read them");
		}
		long bytes = files.stream().mapToLong(LogFile::size).sum();
		files.sort(Comparator.comparing(LogFile::modified).reversed());
		String newest = newest(files).map((time) -> ", newest line " + time).orElse("");
		String unreadable = (readable < files.size()) ? ", " + (files.size() - readable) + " of them not readable" : "";
		return files.size() + " files, " + Math.round(bytes / (double) MEGABYTE) + " MB" + unreadable + newest;
	}

	private static Optional<String> newest(List<LogFile> newestFirst) {
		for (LogFile file : newestFirst) {
			try (FileChannel channel = FileChannel.open(file.path())) {
				long nanos = LastLine.time(channel);
				if (nanos != 0) {
					return Optional.of(EpochNanos.toInstant(nanos).toString());
				}
			}
			catch (IOException ex) {
				// the next one may tell
			}
		}
		return Optional.empty();
	}

	private List<LogFile> files(Findings findings) throws SourceException, InterruptedException {
		List<String> notes = new ArrayList<>();
		List<LogFile> files = new FileGlobs(this.globs).files(notes::add);
		if (files.isEmpty()) {
			String reason = notes.isEmpty() ? "No file is named" : String.join("; ", notes);
			throw new SourceException(Character.toUpperCase(reason.charAt(0)) + reason.substring(1),
					"Check the path and its permissions, and put quotes around patterns: --file '/var/log/**/*.json'");
		}
		notes.forEach(findings::note);
		return files;
	}

}
