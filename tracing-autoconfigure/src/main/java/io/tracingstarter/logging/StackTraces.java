package io.tracingstarter.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.masking.SecretMasker;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;

/**
 * Renders an event's exception with the root cause first, so that cutting the text loses
 * the wrapping exceptions and not the reason. Safe for use by many threads.
 */
final class StackTraces {

	private static final String CUT = "...";

	// a secret that the cut would halve is masked as a whole before the cut
	private static final int MARGIN = 512;

	private final ShortenedThrowableConverter converter = new ShortenedThrowableConverter();

	private final int maxLength;

	private final SecretMasker masker;

	StackTraces(int maxLength, SecretMasker masker) {
		this.maxLength = maxLength;
		this.masker = masker;
		this.converter.setRootCauseFirst(true);
		this.converter.setLineSeparator("UNIX");
		this.converter.setMaxLength((int) Math.min((long) maxLength + MARGIN, Integer.MAX_VALUE - MARGIN));
		this.converter.start();
	}

	String render(ILoggingEvent event) {
		String text = this.masker.mask(convert(event));
		if (text.length() <= this.maxLength) {
			return text;
		}
		String mark = (this.maxLength > CUT.length()) ? CUT : "";
		int end = this.maxLength - mark.length();
		if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(0, end) + mark;
	}

	private String convert(ILoggingEvent event) {
		try {
			return this.converter.convert(event);
		}
		catch (Throwable ex) {
			// thousands of nested causes, for example
			return "(stack trace not available: " + ex.getClass().getName() + ")";
		}
	}

}
