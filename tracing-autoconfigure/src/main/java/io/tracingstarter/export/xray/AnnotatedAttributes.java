package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

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

	/** Each with the name that filter expressions can have. */
	private final Map<String, String> names = new HashMap<>();

	AnnotatedAttributes(Collection<String> names) {
		names.forEach(this::add);
		add(TracingNames.CORRELATION_ID_ATTRIBUTE);
		add(TracingNames.SAMPLING_KEPT_ATTRIBUTE);
	}

	private void add(String name) {
		this.names.put(name, searchable(name));
	}

	/** Letters, digits and underscores, so that filter expressions can name it. */
	static String searchable(String name) {
		StringBuilder clean = new StringBuilder(name.length());
		for (int i = 0; i < Math.min(name.length(), Limits.ANNOTATION_KEY); i++) {
			char c = name.charAt(i);
			boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			clean.append(allowed ? c : '_');
		}
		return clean.toString();
	}

	/**
	 * Returns the name by which an attribute is searched for.
	 * @return the name, or {@code null} where it is no annotation
	 */
	@Nullable String searchableName(String name) {
		return this.names.get(name);
	}

	boolean contains(String name) {
		return this.names.containsKey(name);
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
		Set<String> found = new LinkedHashSet<>();
		attributes.forEach((key, value) -> {
			if (contains(key.getKey())) {
				found.add(key.getKey());
			}
		});
		List<String> own = attributes.get(LIST);
		found.addAll((own != null) ? own : List.of());
		return found.isEmpty() ? span : new Announced(span,
				attributes.toBuilder().put(LIST, found.stream().limit(Limits.ANNOTATIONS).toList()).build());
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
