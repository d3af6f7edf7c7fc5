package io.tracingstarter.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TimeZone;

/**
 * The clock of this machine, in its time zone. That is looked up by a thread of its own:
 * Java reads all zones of the world for it, and looks for more in every jar, which takes
 * as long as reading the command line does. Where servers run, in UTC, it need not. Safe
 * for use by several threads.
 */
final class LocalClock extends Clock {

	private static final Set<String> UTC = Set.of("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu", "UCT",
			"Etc/UCT", "Universal", "Etc/Universal");

	/** Creates the clock, and begins to look up its zone. */
	LocalClock() {
		new Lookup().start();
	}

	/** Returns the zone, or waits for what the thread has begun. */
	@Override
	public ZoneId getZone() {
		TimeZone zone = TimeZone.getDefault();
		return UTC.contains(zone.getID()) ? ZoneOffset.UTC : zone.toZoneId();
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
	private final class Lookup extends Thread {

		Lookup() {
			super("time-zone");
			setDaemon(true);
		}

		@Override
		public void run() {
			getZone();
		}

	}

}
