package io.tracingstarter.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes an event as the fields of one {@link LogLayout}. Safe for use by many threads.
 */
interface FieldLayout {

	/**
	 * Writes the fields into the line's object, which is open.
	 * @param line where to write
	 * @param event the event
	 * @param attached writes what the application attached to the event, among the
	 * built-in fields
	 */
	void write(LineWriter line, ILoggingEvent event, AttachedFields attached);

}
