package io.tracingstarter.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what the application attached to an event beside its message.
 */
@FunctionalInterface
interface AttachedFields {

	/**
	 * Leaves out all of it.
	 */
	AttachedFields NONE = (generator, event) -> {
	};

	/**
	 * Writes the fields into the object that is open.
	 * @param generator where to write
	 * @param event the event
	 */
	void write(JsonGenerator generator, ILoggingEvent event);

}
