package io.tracingstarter.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of this machine, in its time zone. That is looked up by a thread of its own:
 * Java reads all zones of the world for it, which takes as long as reading the command
 * line does. Safe for use by several threads.
 */
final class LocalClock extends Clock {

	/** Creates the clock, and begins to look up its zone. */
	LocalClock() {
		new Lookup().start();
	}

	/** Returns the zone, or waits for what the thread has begun. */
	@Override
	public ZoneId getZone() {
		return ZoneId.systemDefault();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.system(zone);
	}

	@Override
	public Instant instant() {
		return Instant.now();
	}

	/** What it finds, Java keeps. */
	private static final class Lookup extends Thread {

		Lookup() {
			super("time-zone");
			setDaemon(true);
		}

		@Override
		public void run() {
			ZoneId.systemDefault();
		}

	}

}
