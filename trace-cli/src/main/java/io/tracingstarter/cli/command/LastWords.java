package io.tracingstarter.cli.command;

import java.time.Duration;

/**
 * Lets a command that Ctrl-C ends tidy up, and say what it knows.
 */
final class LastWords extends Thread {

	private static final Duration TIME = Duration.ofSeconds(3);

	private final Thread running;

	LastWords(Thread running) {
		super("interrupt");
		this.running = running;
	}

	@Override
	public void run() {
		this.running.interrupt();
		try {
			this.running.join(TIME.toMillis());
		}
		catch (InterruptedException ex) {
			// then it ends at once
		}
	}

}
