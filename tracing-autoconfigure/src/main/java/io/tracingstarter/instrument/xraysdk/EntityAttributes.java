package io.tracingstarter.instrument.xraysdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.ThrowableDescription;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.StatusCode;
import io.tracingstarter.TracingNames;

/**
 * What the SDK has collected in a segment or subsegment, as attributes of its span:
 * annotations under their own names, and a list of those names, by which AWS's exporters
 * and ours know that they are annotations.
 */
final class EntityAttributes {

	private static final int MAX_ANNOTATIONS = 50;

	private static final int MAX_KEY = 500;

	private static final int MAX_NAMESPACES = 20;

	private EntityAttributes() {
	}

	/**
	 * Sets the attributes.
	 * @param failed whether the span has an exception already
	 */
	static void set(Entity entity, Span span, boolean failed) {
		annotations(entity.getAnnotations(), span);
		metadata(entity.getMetadata(), span);
		BlockAttributes.http(entity.getHttp(), span);
		BlockAttributes.aws(entity.getAws(), span);
		BlockAttributes.sql(entity.getSql(), span);
		if (entity.getNamespace() != null) {
			span.tag(TracingNames.XRAY_NAMESPACE_ATTRIBUTE, entity.getNamespace());
			BlockAttributes.namespace(entity, span);
		}
		if (entity instanceof Segment segment && segment.getUser() != null) {
			span.tag("enduser.id", segment.getUser());
		}
		blame(entity, span, failed);
	}

	private static void annotations(Map<String, Object> annotations, Span span) {
		if (annotations.isEmpty()) {
			return;
		}
		List<String> names = new ArrayList<>();
		annotations.forEach((name, value) -> {
			if (names.size() < MAX_ANNOTATIONS && !name.isEmpty() && name.length() <= MAX_KEY) {
				AttributeValue.set(span, name, value);
				names.add(name);
			}
		});
		span.tagOfStrings(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE, names);
	}

	private static void metadata(Map<String, Map<String, Object>> metadata, Span span) {
		metadata.entrySet()
			.stream()
			.limit(MAX_NAMESPACES)
			.forEach((namespace) -> span.tag(TracingNames.XRAY_METADATA_ATTRIBUTE_PREFIX + namespace.getKey(),
					MetadataText.of(namespace.getValue())));
	}

	private static void blame(Entity entity, Span span, boolean failed) {
		for (ThrowableDescription described : entity.getCause().getExceptions()) {
			// put there without addException, by the SDK's handlers of clients
			if (described.getThrowable() != null) {
				span.error(described.getThrowable());
				return;
			}
		}
		if (entity.isThrottle()) {
			span.tag(TracingNames.XRAY_THROTTLE_ATTRIBUTE, true);
		}
		if (entity.isError() && !entity.isFault()) {
			span.tag(TracingNames.XRAY_ERROR_ATTRIBUTE, true);
		}
		if (entity.isFault() && !failed) {
			OtelSpan.toOtel(span).setStatus(StatusCode.ERROR);
		}
	}

}
