package io.tracingstarter.instrument.jms;

/**
 * The name of the JMS property for a header. It must be an identifier of Java
 * (<a href="https://jakarta.ee/specifications/messaging/3.1/">Jakarta Messaging
 * 3.5.1</a>), so that {@code X-Correlation-ID} travels as {@code X_Correlation_ID}.
 */
final class PropertyName {

	private PropertyName() {
	}

	static String of(String header) {
		StringBuilder name = new StringBuilder(header);
		for (int i = 0; i < name.length(); i++) {
			if (!Character.isJavaIdentifierPart(name.charAt(i))) {
				name.setCharAt(i, '_');
			}
		}
		return name.toString();
	}

}
