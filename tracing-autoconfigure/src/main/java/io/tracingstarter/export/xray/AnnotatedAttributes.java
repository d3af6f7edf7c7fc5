package io.tracingstarter.export.xray;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;

/**
 * Which attributes become annotations, by which X-Ray searches: those that the user
 * lists, and ours.
 */
final class AnnotatedAttributes {

	/**
	 * The attribute that names them to X-Ray's OTLP endpoint.
	 *
	 * @see <a href=
	 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html">X-Ray:
	 * concepts</a>
	 */
	static final AttributeKey<List<String>> LIST = AttributeKey.stringArrayKey(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE);

	private final Set<String> names;

	AnnotatedAttributes(Collection<String> names) {
		this.names = new HashSet<>(names);
		this.names.add(TracingNames.CORRELATION_ID_ATTRIBUTE);
		this.names.add(TracingNames.SAMPLING_KEPT_ATTRIBUTE);
	}

	boolean contains(String name) {
		return this.names.contains(name);
	}

	/**
	 * The span with a list of those that it has.
	 * @param span the span, also one that has its list already
	 */
	SpanData announcedBy(SpanData span) {
		if (span instanceof Announced) {
			return span;
		}
		Attributes attributes = span.getAttributes();
		List<String> own = attributes.get(LIST);
		List<String> found = new ArrayList<>((own != null) ? own : List.of());
		attributes.forEach((key, value) -> {
			if (contains(key.getKey()) && !found.contains(key.getKey()) && found.size() < Limits.ANNOTATIONS) {
				found.add(key.getKey());
			}
		});
		return found.isEmpty() ? span : new Announced(span, attributes.toBuilder().put(LIST, found).build());
	}

	private static final class Announced extends DelegatingSpanData {

		private final Attributes attributes;

		Announced(SpanData span, Attributes attributes) {
			super(span);
			this.attributes = attributes;
		}

		@Override
		public Attributes getAttributes() {
			return this.attributes;
		}

		@Override
		public int getTotalAttributeCount() {
			// else one would seem to have been dropped
			return super.getTotalAttributeCount() + this.attributes.size() - super.getAttributes().size();
		}

	}

}
