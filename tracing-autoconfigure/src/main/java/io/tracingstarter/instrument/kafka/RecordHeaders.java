package io.tracingstarter.instrument.kafka;

import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of a record as text.
 */
final class RecordHeaders implements TextMapGetter<ConsumerRecord<?, ?>> {

	static final RecordHeaders GETTER = new RecordHeaders();

	private RecordHeaders() {
	}

	@Override
	public Iterable<String> keys(ConsumerRecord<?, ?> carrier) {
		return StreamSupport.stream(carrier.headers().spliterator(), false).map(Header::key).toList();
	}

	@Override
	public @Nullable String get(@Nullable ConsumerRecord<?, ?> carrier, String key) {
		Header header = (carrier != null) ? carrier.headers().lastHeader(key) : null;
		return (header != null) ? text(header) : null;
	}

	private static @Nullable String text(Header header) {
		return (header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

}
