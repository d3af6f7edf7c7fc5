package io.tracingstarter.cli.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.tracingstarter.cli.config.ConfigurationException;
import io.tracingstarter.cli.config.Times;
import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The flags that say which time to search.
 */
final class TimeOptions {

	private static final Duration AROUND = Duration.ofMinutes(10);

	/** Clocks of stores differ a little from this one. */
	private static final Duration AHEAD = Duration.ofMinutes(5);

	private static final Duration DEFAULT_SINCE = Duration.ofHours(24);

	private final @Nullable String since;

	private final @Nullable String until;

	private final @Nullable String around;

	TimeOptions(ParseResult typed) {
		this.since = typed.matchedOptionValue("--since", (String) null);
		this.until = typed.matchedOptionValue("--until", (String) null);
		this.around = typed.matchedOptionValue("--around", (String) null);
	}

	/**
	 * @param since how far back to search where no flag says so
	 */
	static Flags flags(String since) {
		return new Flags("When it happened", 2)
			.text("--since", "TIME",
					"Search from here on: 90s, 15m, 2h, 7d (ago), 14:30, 2026-11-20T14:30, "
							+ "2026-11-20T14:30:00Z, or seconds since 1970. Default: " + since + ".")
			.text("--until", "TIME", "Search up to here. Default: now.")
			.text("--around", "TIME", "Search ten minutes before and after this.");
	}

	/**
	 * Returns the time to search.
	 * @param configured how far back the configuration searches; null where it does not
	 * say
	 */
	TimeWindow window(@Nullable String configured, Clock clock) {
		if (this.around != null) {
			if (this.since != null || this.until != null) {
				throw new ConfigurationException("--around stands alone: leave out --since and --until.");
			}
			Instant middle = Times.instant(this.around, "--around", clock);
			return new TimeWindow(middle.minus(AROUND), middle.plus(AROUND));
		}
		Instant to = (this.until != null) ? Times.instant(this.until, "--until", clock) : clock.instant().plus(AHEAD);
		Instant from = from(configured, clock, to);
		if (!from.isBefore(to)) {
			throw new ConfigurationException("--since (" + from + ") must be before --until (" + to + ").");
		}
		return new TimeWindow(from, to);
	}

	private Instant from(@Nullable String configured, Clock clock, Instant to) {
		if (this.since != null) {
			return Times.instant(this.since, "--since", clock);
		}
		if (configured != null) {
			return Times.instant(configured, "since of the configuration", clock);
		}
		return to.minus(DEFAULT_SINCE);
	}

	/**
	 * Returns whether a flag says from when on to search.
	 */
	boolean saysSince() {
		return this.since != null || this.around != null;
	}

}
