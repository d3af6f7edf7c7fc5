package io.tracingstarter.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Opens a file in the browser of the user: that of {@code BROWSER}, as other commands
 * read it (commands, separated by colons, of which the first that starts counts;
 * {@code %s} stands for the address), or the system's.
 */
final class BrowserLaunch {

	private BrowserLaunch() {
	}

	static void open(Path file, Map<String, String> environment, PrintWriter err) {
		String address = file.toAbsolutePath().toUri().toString();
		List<List<String>> commands = commands(environment.getOrDefault("BROWSER", ""), address);
		for (List<String> command : commands) {
			try {
				new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start();
				return;
			}
			catch (IOException ex) {
				// the next one may start
			}
		}
		err.println("No browser could be started (" + Printable.of(commands.get(0).get(0))
				+ "). Set BROWSER to one, or open the file yourself.");
	}

	private static List<List<String>> commands(String browser, String address) {
		List<List<String>> commands = new ArrayList<>();
		for (String candidate : browser.split(":")) {
			if (!candidate.isBlank()) {
				String complete = candidate.contains("%s") ? candidate : candidate + " %s";
				commands.add(List.of(complete.strip().split("\\s+"))
					.stream()
					.map((part) -> part.replace("%s", address))
					.toList());
			}
		}
		if (commands.isEmpty()) {
			List<String> command = new ArrayList<>(opener(System.getProperty("os.name", "").toLowerCase(Locale.ROOT)));
			command.add(address);
			commands.add(command);
		}
		return commands;
	}

	private static List<String> opener(String system) {
		if (system.contains("mac")) {
			return List.of("open");
		}
		return system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open");
	}

}
