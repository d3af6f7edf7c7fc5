package io.tracingstarter.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * The clock of this machine, in its time zone. That is looked up by a thread of its own:
 * Java reads all zones of the world for it, which takes as long as reading the command
 * line does. Safe for use by several threads.
 */
final class LocalClock extends Clock {

	private final Lookup lookup = new Lookup();

	/** Creates the clock, and begins to look up its zone. */
	LocalClock() {
		this.lookup.start();
	}

	@Override
	public ZoneId getZone() {
		return this.lookup.zone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.system(zone);
	}

	@Override
	public Instant instant() {
		return Instant.now();
	}

	private static final class Lookup extends Thread {

		private volatile @Nullable ZoneId zone;

		Lookup() {
			super("time-zone");
			setDaemon(true);
		}

		@Override
		public void run() {
			this.zone = ZoneId.systemDefault();
		}

		ZoneId zone() {
			ZoneId found = this.zone;
			if (found != null) {
				return found;
			}
			// it waits for what the thread has begun, and fails as that did
			return ZoneId.systemDefault();
		}

	}

}
