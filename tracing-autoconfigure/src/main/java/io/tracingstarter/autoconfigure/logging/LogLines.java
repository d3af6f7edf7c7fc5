package io.tracingstarter.autoconfigure.logging;

/**
 * What log lines look like in the running application, whoever decided it.
 */
public final class LogLines {

	private LogLines() {
	}

	/**
	 * Whether log lines hold more than their message.
	 * @return {@code true} if at least one appender writes a structured format
	 */
	public static boolean showKeyValuePairs() {
		return JsonLogSupport.of(LogLines.class.getClassLoader()) == JsonLogSupport.AVAILABLE
				&& StreamAppenders.anyStructured();
	}

}
