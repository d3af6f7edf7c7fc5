package io.tracingstarter.export.console;

import java.io.Console;
import java.util.Map;

/**
 * Decides whether colours make sense.
 *
 * @see <a href="https://no-color.org/">NO_COLOR</a>
 */
public final class TerminalColour {

	private TerminalColour() {
	}

	/**
	 * Whether this process talks to a terminal that wants colours.
	 * @return {@code false} where output is redirected, {@code NO_COLOR} is set to
	 * anything, or {@code TERM} is {@code dumb}
	 */
	public static boolean wanted() {
		return wanted(System.getenv(), isTerminal());
	}

	static boolean wanted(Map<String, String> environment, boolean terminal) {
		return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
				&& !"dumb".equals(environment.get("TERM"));
	}

	// Java cannot ask about standard error alone; redirected output counts for both
	private static boolean isTerminal() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			// from Java 22 on a console exists without a terminal, and says so itself
			return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
	}

}
