package io.tracingstarter.cli.source.log;

import java.util.Map;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.Findings;

/**
 * Turns one line of a log store into a log line or, where it is one of the {@code log}
 * exporter, into a span. Threads may share one.
 */
public final class LogDecoder {

	/**
	 * Reads a line and adds what it is to the findings. A line that is not understood is
	 * added as it is.
	 * @param line the line, without line break; hostile
	 * @param place what the store says of it beside its text
	 * @param findings takes the log line or span
	 */
	public void decode(String line, Place place, Findings findings) {
		findings.add(new LogLine(place.nanos(), LogLevel.UNKNOWN, place.service(), line, null, null, null, null, null,
				null, Map.of(), false, place.origin()));
	}

	/**
	 * What a store says of a line beside its text.
	 *
	 * @param nanos when it was stored, in nanoseconds since 1970; 0 where unknown. Used
	 * where the line has no time of its own
	 * @param service who wrote it; empty where unknown. Used where the line does not say
	 * @param origin where it was found, for a reader
	 */
	public record Place(long nanos, String service, String origin) {

	}

}
