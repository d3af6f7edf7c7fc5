package mysfits.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

import mysfits.demo.server.Progress;
import mysfits.demo.server.Server;

/**
 * What the person sees. Plain text, unless it goes to a terminal that wants colours.
 */
final class Terminal implements Progress {

	private static final Duration REMINDER = Duration.ofSeconds(5);

	private final PrintStream out;

	private final boolean colour;

	private long remindersShown;

	private volatile boolean stopping;

	/**
	 * Creates a terminal.
	 * @param out where to print
	 * @param colour whether colours, and lines that overwrite themselves, are welcome
	 */
	Terminal(PrintStream out, boolean colour) {
		this.out = out;
		this.colour = colour;
	}

	/**
	 * Ends the progress: from now on only lines are printed.
	 */
	void stopping() {
		this.stopping = true;
		line(this.colour ? "\r\u001B[K" : "");
	}

	void line(String text) {
		this.out.println(text);
	}

	void title(String text) {
		this.out.println(bold(text));
	}

	String bold(String text) {
		return coloured("1", text);
	}

	String faint(String text) {
		return coloured("2", text);
	}

	String good(String text) {
		return coloured("32", text);
	}

	String warning(String text) {
		return coloured("33", text);
	}

	String bad(String text) {
		return coloured("31", text);
	}

	@Override
	public void waiting(Server server, Duration sinceStart) {
		if (this.stopping) {
			return;
		}
		if (this.colour) {
			this.out.print("\r  waiting for " + padded(server) + " " + seconds(sinceStart));
			this.out.flush();
		}
		else if (sinceStart.dividedBy(REMINDER) > this.remindersShown) {
			this.remindersShown = sinceStart.dividedBy(REMINDER);
			line("  waiting for " + padded(server) + " " + seconds(sinceStart));
		}
	}

	@Override
	public void ready(Server server, Duration sinceStart) {
		if (this.stopping) {
			return;
		}
		this.remindersShown = sinceStart.dividedBy(REMINDER);
		line((this.colour ? "\r\u001B[K" : "") + "  " + good("ready") + "       " + padded(server) + " after "
				+ seconds(sinceStart));
	}

	private static String padded(Server server) {
		return "%-16s".formatted(server.id());
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%4.1f s", duration.toMillis() / 1000.0);
	}

	private String coloured(String code, String text) {
		return this.colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
	}

}
