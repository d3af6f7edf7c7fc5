package io.tracingstarter.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Opens a file in the browser of the user.
 */
final class BrowserLaunch {

	private BrowserLaunch() {
	}

	static void open(Path file, PrintWriter err) {
		List<String> command = new ArrayList<>(opener(System.getProperty("os.name", "").toLowerCase(Locale.ROOT)));
		command.add(file.toAbsolutePath().toUri().toString());
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			err.println("No browser could be started (" + command.get(0) + " is missing). Open the file yourself.");
		}
	}

	private static List<String> opener(String system) {
		if (system.contains("mac")) {
			return List.of("open");
		}
		return system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open");
	}

}
