package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import io.tracingstarter.export.AttributeText;
import io.tracingstarter.export.xray.JsonMembers.Member;

/**
 * What no other part of a document has: annotations, which X-Ray searches, and metadata,
 * which it shows.
 */
final class ExtraFields {

	private static final int MAX_METADATA = 8 * 1024;

	private static final Set<String> HTTP = Set.copyOf(HttpBlock.NAMES);

	private static final Set<String> AWS = Set.copyOf(AwsBlock.NAMES);

	private static final Set<String> SQL = Set.copyOf(SqlBlock.NAMES);

	private static final Set<String> TAKEN_IF_SHORT = Set
		.copyOf(Stream.of(HttpBlock.LONG_NAMES, SqlBlock.LONG_NAMES).flatMap(Collection::stream).distinct().toList());

	/** What the X-Ray SDK was told, and other parts of the document say. */
	private static final Set<String> TOLD = Set.of(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE,
			TracingNames.XRAY_NAMESPACE_ATTRIBUTE, TracingNames.XRAY_ERROR_ATTRIBUTE,
			TracingNames.XRAY_THROTTLE_ATTRIBUTE);

	private static final String NAMESPACE = TracingNames.XRAY_METADATA_ATTRIBUTE_PREFIX;

	private static final String DEFAULT = "default";

	private final AnnotatedAttributes annotated;

	/** What the object that is being written has already. */
	private final Set<String> names = new HashSet<>();

	/**
	 * Creates the fields.
	 * @param annotated attributes that become annotations, beside the correlation id
	 */
	ExtraFields(Collection<String> annotated) {
		this.annotated = new AnnotatedAttributes(annotated);
	}

	/**
	 * Returns the attributes of a span that become annotations, no more than X-Ray takes:
	 * those of the configuration, then those that the span itself lists.
	 */
	List<AttributeKey<?>> annotations(SpanData span) {
		this.names.clear();
		List<String> listed = span.getAttributes().get(AnnotatedAttributes.LIST);
		Stream<AttributeKey<?>> configured = keys(span, this.annotated::contains);
		return ((listed != null) ? Stream.concat(configured, keys(span, new HashSet<>(listed)::contains)) : configured)
			.filter((key) -> this.names.add(annotationKey(key.getKey())))
			.limit(Limits.ANNOTATIONS)
			.<AttributeKey<?>>map((key) -> key)
			.toList();
	}

	private static Stream<AttributeKey<?>> keys(SpanData span, Predicate<String> names) {
		return span.getAttributes()
			.asMap()
			.keySet()
			.stream()
			.filter((key) -> names.test(key.getKey()) && !TOLD.contains(key.getKey()))
			.map((key) -> key);
	}

	void writeAnnotations(Attributes attributes, List<AttributeKey<?>> keys, JsonBytes json) {
		int annotations = json.begin("annotations", '{');
		for (AttributeKey<?> key : keys) {
			Object value = attributes.get(key);
			if (value != null) {
				json.name(annotationKey(key.getKey()));
				write(value, Limits.ANNOTATION_VALUE, json);
			}
		}
		json.end(annotations, '}');
	}

	/** Letters, digits and underscores, so that filter expressions can name it. */
	private static String annotationKey(String key) {
		StringBuilder clean = new StringBuilder(key.length());
		for (int i = 0; i < Math.min(key.length(), Limits.ANNOTATION_KEY); i++) {
			char c = key.charAt(i);
			boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			clean.append(allowed ? c : '_');
		}
		return clean.toString();
	}

	void writeMetadata(SpanData span, List<AttributeKey<?>> annotations, boolean subsegment, JsonBytes json) {
		this.names.clear();
		Map<String, List<Member>> namespaces = namespaces(span.getAttributes());
		int metadata = json.begin("metadata", '{');
		int fields = json.begin(DEFAULT, '{');
		boolean http = HttpBlock.isThere(span.getAttributes());
		boolean aws = AwsBlock.isAwsCall(span);
		boolean sql = subsegment && SqlBlock.isThere(span.getAttributes());
		span.getAttributes().forEach((key, value) -> {
			String name = key.getKey();
			boolean taken = (http && HTTP.contains(name)) || (aws && AWS.contains(name)) || (sql && SQL.contains(name))
					|| ((http || sql) && isTakenIfShort(name, value)) || TOLD.contains(name)
					|| (name.startsWith(NAMESPACE) && namespaces.containsKey(name.substring(NAMESPACE.length())));
			if (!taken && !annotations.contains(key)) {
				writeMetadata(name, value, json);
			}
		});
		if (!subsegment) {
			span.getResource()
				.getAttributes()
				.forEach((key, value) -> writeMetadata("otel.resource." + key.getKey(), value, json));
		}
		namespaces.getOrDefault(DEFAULT, List.of()).forEach((member) -> {
			if (this.names.add(member.name())) {
				json.raw(member.name(), member.value());
			}
		});
		json.end(fields, '}');
		namespaces.forEach((namespace, members) -> {
			if (!namespace.equals(DEFAULT)) {
				int own = json.begin(keptFree(namespace), '{');
				members.forEach((member) -> json.raw(member.name(), member.value()));
				json.end(own, '}');
			}
		});
		json.end(metadata, '}');
	}

	/** Metadata that has a place of its own, as the X-Ray SDK was told. */
	private static Map<String, List<Member>> namespaces(Attributes attributes) {
		Map<String, List<Member>> namespaces = new LinkedHashMap<>();
		attributes.forEach((key, value) -> {
			if (key.getKey().startsWith(NAMESPACE) && value instanceof String text) {
				List<Member> members = JsonMembers.of(text);
				if (members != null) {
					namespaces.put(key.getKey().substring(NAMESPACE.length()), members);
				}
			}
		});
		return namespaces;
	}

	private static boolean isTakenIfShort(String name, Object value) {
		return TAKEN_IF_SHORT.contains(name) && value.toString().length() <= Limits.TEXT;
	}

	private void writeMetadata(String name, Object value, JsonBytes json) {
		String key = keptFree(name);
		if (this.names.add(key)) {
			json.name(key);
			write(value, MAX_METADATA, json);
		}
	}

	/** X-Ray keeps these keys to itself. */
	private static String keptFree(String name) {
		return name.startsWith("AWS.") ? "_" + name : name;
	}

	private static void write(Object value, int limit, JsonBytes json) {
		if (value instanceof Boolean flag) {
			json.bool(flag);
		}
		else if (value instanceof Long number) {
			json.number(number);
		}
		else if (value instanceof Double number) {
			json.number(number);
		}
		else {
			json.string(AttributeText.of(value), limit);
		}
	}

}
