package io.tracingstarter.instrument.amqp;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;

/**
 * Reads the headers of a message that are text.
 */
final class MessageHeaders implements TextMapGetter<Message> {

	static final MessageHeaders GETTER = new MessageHeaders();

	private MessageHeaders() {
	}

	@Override
	public Iterable<String> keys(Message carrier) {
		return carrier.getMessageProperties().getHeaders().keySet();
	}

	@Override
	public @Nullable String get(@Nullable Message carrier, String key) {
		Object header = (carrier != null) ? carrier.getMessageProperties().getHeaders().get(key) : null;
		return (header instanceof String text) ? text : null;
	}

}
