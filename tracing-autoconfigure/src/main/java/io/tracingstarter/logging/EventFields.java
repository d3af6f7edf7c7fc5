package io.tracingstarter.logging;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.TracingNames;
import io.tracingstarter.masking.SecretMasker;
import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.LogstashMarker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an event's MDC entries, key-value pairs, structured arguments and markers, in
 * this order.
 * <p>
 * A name that is taken, by a built-in field or by an earlier one of these, gets a prefix
 * that says where the value comes from: {@code mdc.}, {@code kv.}, {@code arg.} or
 * {@code marker.}.
 */
final class EventFields implements AttachedFields {

	private static final Set<String> IDS = Set.of(TracingNames.TRACE_ID_MDC_KEY, TracingNames.SPAN_ID_MDC_KEY,
			TracingNames.CORRELATION_ID_MDC_KEY);

	private static final String TAGS = "tags";

	// stands on each line of a library that logs through Commons Logging, Spring's above
	// all, and says nothing about the line
	private static final String BRIDGE = "COMMONS-LOGGING";

	// a marker may contain itself
	private static final int MAX_MARKER_DEPTH = 16;

	private static final int MAX_TAGS = 256;

	private final Set<String> reserved;

	private final SecretMasker masker;

	private final ForeignValues values;

	EventFields(Set<String> reserved, SecretMasker masker, ForeignValues values) {
		this.reserved = reserved;
		this.masker = masker;
		this.values = values;
	}

	@Override
	public void write(JsonGenerator generator, ILoggingEvent event) {
		FieldNames names = new FieldNames(this.reserved);
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc != null && !mdc.isEmpty()) {
			writeMdc(generator, names, mdc);
		}
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			writePairs(generator, names, pairs);
		}
		Object[] arguments = event.getArgumentArray();
		if (arguments != null) {
			writeArguments(generator, names, arguments);
		}
		List<Marker> markers = event.getMarkerList();
		if (markers != null && !markers.isEmpty()) {
			Set<String> tags = new LinkedHashSet<>();
			for (Marker marker : markers) {
				writeMarker(generator, names, marker, tags, 0);
			}
			writeTags(generator, tags);
		}
	}

	private void writeMdc(JsonGenerator generator, FieldNames names, Map<String, String> mdc) {
		for (Map.Entry<String, String> entry : mdc.entrySet()) {
			String key = String.valueOf(entry.getKey());
			String value = entry.getValue();
			if (value != null && !IDS.contains(key)) {
				write(generator, names, "mdc.", key, value);
			}
		}
	}

	private void writePairs(JsonGenerator generator, FieldNames names, List<KeyValuePair> pairs) {
		for (KeyValuePair pair : pairs) {
			if (pair != null && pair.value != null) {
				write(generator, names, "kv.", String.valueOf(pair.key), pair.value);
			}
		}
	}

	private void writeArguments(JsonGenerator generator, FieldNames names, @Nullable Object[] arguments) {
		for (Object argument : arguments) {
			if (argument instanceof StructuredArgument structured) {
				this.values.writeFields(generator, names, "arg.", structured::writeTo);
			}
		}
	}

	private void writeMarker(JsonGenerator generator, FieldNames names, @Nullable Marker marker, Set<String> tags,
			int depth) {
		if (marker == null || depth > MAX_MARKER_DEPTH || tags.size() >= MAX_TAGS) {
			return;
		}
		if (marker instanceof LogstashMarker appending) {
			this.values.writeFields(generator, names, "marker.", appending::writeTo);
		}
		else if (BRIDGE.equals(marker.getName()) || !tags.add(String.valueOf(marker.getName()))) {
			return;
		}
		if (marker.hasReferences()) {
			for (Iterator<Marker> references = marker.iterator(); references.hasNext();) {
				writeMarker(generator, names, references.next(), tags, depth + 1);
			}
		}
	}

	private void writeTags(JsonGenerator generator, Set<String> tags) {
		if (tags.isEmpty()) {
			return;
		}
		generator.writeName(TAGS);
		generator.writeStartArray();
		for (String tag : tags) {
			generator.writeString(WellFormedText.of(this.masker.mask(tag)));
		}
		generator.writeEndArray();
	}

	// the name that was asked for says whether the value is a secret: the one it gets may
	// end in a number
	private void write(JsonGenerator generator, FieldNames names, String prefix, String wanted, Object value) {
		String name = names.take(WellFormedText.of(wanted), prefix);
		if (this.masker.isSecret(wanted)) {
			this.values.writeMask(generator, name);
		}
		else {
			this.values.write(generator, name, value);
		}
	}

}
