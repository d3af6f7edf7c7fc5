package io.tracingstarter.autoconfigure.logging;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.logging.LogLayout;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How log lines are written.
 */
@ConfigurationProperties(LoggingProperties.PREFIX)
public class LoggingProperties {

	static final String PREFIX = "tracing.logging";

	static final int DEFAULT_STACK_TRACE_LENGTH = 8192;

	/**
	 * Whether to write logs as JSON, one object a line. Otherwise Spring Boot's text is
	 * written, with the ids in it.
	 */
	private boolean json = true;

	/**
	 * Names of the JSON fields.
	 */
	private LogLayout layout = LogLayout.LOGSTASH;

	/**
	 * Fields with a fixed value to add to each line, for example "team: checkout".
	 */
	private Map<String, String> fields = new LinkedHashMap<>();

	/**
	 * Whether to swap the encoders of your own logback-spring.xml for the JSON encoder.
	 * Otherwise what that file says wins.
	 */
	private boolean replaceEncoders = false;

	private final StackTrace stackTrace = new StackTrace();

	public boolean isJson() {
		return this.json;
	}

	public void setJson(boolean json) {
		this.json = json;
	}

	public LogLayout getLayout() {
		return this.layout;
	}

	public void setLayout(LogLayout layout) {
		this.layout = layout;
	}

	public Map<String, String> getFields() {
		return this.fields;
	}

	public void setFields(Map<String, String> fields) {
		this.fields = fields;
	}

	public boolean isReplaceEncoders() {
		return this.replaceEncoders;
	}

	public void setReplaceEncoders(boolean replaceEncoders) {
		this.replaceEncoders = replaceEncoders;
	}

	public StackTrace getStackTrace() {
		return this.stackTrace;
	}

	void validate() {
		int length = this.stackTrace.getMaxLength();
		if (length < 1) {
			throw new InvalidTracingPropertyException(PREFIX + ".stack-trace.max-length", Integer.toString(length),
					"a stack trace cannot be cut at less than one character.",
					"Set it to the most characters a stack trace may have, for example " + DEFAULT_STACK_TRACE_LENGTH
							+ ", or remove it.");
		}
	}

	/**
	 * Stack traces.
	 */
	public static class StackTrace {

		/**
		 * Most characters of a stack trace. It starts with the root cause, so that what
		 * is cut off are the exceptions that wrap it.
		 */
		private int maxLength = DEFAULT_STACK_TRACE_LENGTH;

		public int getMaxLength() {
			return this.maxLength;
		}

		public void setMaxLength(int maxLength) {
			this.maxLength = maxLength;
		}

	}

}
