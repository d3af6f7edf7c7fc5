package io.tracingstarter.autoconfigure.logging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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

	private final Masking masking = new Masking();

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

	public Masking getMasking() {
		return this.masking;
	}

	void validate() {
		int length = this.stackTrace.getMaxLength();
		if (length < 1) {
			throw new InvalidTracingPropertyException(PREFIX + ".stack-trace.max-length", Integer.toString(length),
					"a stack trace cannot be cut at less than one character.",
					"Set it to the most characters a stack trace may have, for example " + DEFAULT_STACK_TRACE_LENGTH
							+ ", or remove it.");
		}
		List<String> patterns = this.masking.getPatterns();
		for (int i = 0; i < patterns.size(); i++) {
			validate(PREFIX + ".masking.patterns[" + i + "]", patterns.get(i));
		}
	}

	private static void validate(String property, String pattern) {
		try {
			if (Pattern.compile(pattern).matcher("").find()) {
				throw new InvalidTracingPropertyException(property, pattern,
						"it matches the empty text, and so between any two characters of each line.",
						"Write an expression that takes at least one character, or remove it.");
			}
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidTracingPropertyException(property, pattern,
					"not a regular expression: " + ex.getDescription()
							+ ((ex.getIndex() >= 0) ? " at index " + ex.getIndex() : "") + ".",
					"Write a regular expression of java.util.regex.Pattern, in single quotes so that YAML leaves its backslashes alone, or remove it.");
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

	/**
	 * Masking of secrets.
	 */
	public static class Masking {

		/**
		 * Whether to replace passwords, tokens, keys, authorization headers, cookies and
		 * card numbers by "****".
		 */
		private boolean enabled = true;

		/**
		 * Names of further fields to mask, for example "ssn". Each matches as a whole
		 * word at the end of a name, in any case: "ssn", "customer.ssn" and
		 * "customerSsn".
		 */
		private List<String> fields = new ArrayList<>();

		/**
		 * Regular expressions for further secrets. Whatever part of a text one of them
		 * matches is masked.
		 */
		private List<String> patterns = new ArrayList<>();

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public List<String> getFields() {
			return this.fields;
		}

		public void setFields(List<String> fields) {
			this.fields = fields;
		}

		public List<String> getPatterns() {
			return this.patterns;
		}

		public void setPatterns(List<String> patterns) {
			this.patterns = patterns;
		}

	}

}
