package mysfits.demo.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The log file of one service.
 */
public final class LogFile {

	private final Path file;

	public LogFile(Path file) {
		this.file = file;
	}

	/**
	 * Returns the lines with the correlation id, in their order, without those that are
	 * spans.
	 */
	public List<LogLine> linesOf(String correlationId) {
		List<LogLine> lines = new ArrayList<>();
		forEachText((text) -> {
			// bytes before JSON: only few lines are worth the parsing
			if (text.contains(correlationId)) {
				LogLine.parse(text)
					.filter((line) -> correlationId.equals(line.correlationId()) && !line.isSpan())
					.ifPresent(lines::add);
			}
		});
		return lines;
	}

	/**
	 * Passes on every line of the file, parsed where it can be.
	 */
	public void forEach(Consumer<Optional<LogLine>> consumer) {
		forEachText((text) -> consumer.accept(LogLine.parse(text)));
	}

	private void forEachText(Consumer<String> consumer) {
		// not Files.lines: a byte that is no UTF-8 is a finding, not an end
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(Files.newInputStream(this.file), StandardCharsets.UTF_8))) {
			for (String text = reader.readLine(); text != null; text = reader.readLine()) {
				consumer.accept(text);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
