package io.tracingstarter.cli.render.html;

/**
 * Takes secrets out of what is shown.
 */
public interface Redaction {

	/** Takes nothing out. */
	Redaction NONE = new Redaction() {

		@Override
		public String text(String text) {
			return text;
		}

		@Override
		public String value(String name, String value) {
			return value;
		}

	};

	/**
	 * Returns a text without the secrets in it.
	 */
	String text(String text);

	/**
	 * Returns the value of a field or attribute, masked where the name says it is secret.
	 */
	String value(String name, String value);

}
