package io.tracingstarter.export.xray;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tracingstarter.TracingNames;
import io.tracingstarter.export.xray.JsonMembers.Member;
import org.jspecify.annotations.Nullable;

/**
 * What no other part of a document has: annotations, which X-Ray searches, and metadata,
 * which it shows.
 */
final class ExtraFields {

	private static final Set<String> HTTP = Set.copyOf(HttpBlock.NAMES);

	private static final Set<String> AWS = Set.copyOf(AwsBlock.NAMES);

	private static final Set<String> SQL = Set.copyOf(SqlBlock.NAMES);

	private static final Set<String> TAKEN_IF_SHORT = Set
		.copyOf(Stream.of(HttpBlock.LONG_NAMES, SqlBlock.LONG_NAMES).flatMap(Collection::stream).distinct().toList());

	private static final Field LISTED = Field.of(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE);

	/** What the X-Ray SDK was told, and other parts of the document say. */
	private static final Field TOLD = Field.of(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE,
			TracingNames.XRAY_NAMESPACE_ATTRIBUTE, TracingNames.XRAY_ERROR_ATTRIBUTE,
			TracingNames.XRAY_THROTTLE_ATTRIBUTE);

	private static final Set<String> TOLD_NAMES = Set.copyOf(TOLD.names());

	private static final String NAMESPACE = TracingNames.XRAY_METADATA_ATTRIBUTE_PREFIX;

	private static final String DEFAULT = "default";

	private final AnnotatedAttributes annotated;

	/** Which attributes become annotations, and the names of these. */
	private final int[] annotations = new int[Limits.ANNOTATIONS];

	private final String[] annotationNames = new String[Limits.ANNOTATIONS];

	private int annotationCount;

	private final BitSet isAnnotation = new BitSet();

	/** What the metadata has already, where that needs to be known. */
	private final Set<String> names = new HashSet<>();

	/**
	 * Creates the fields.
	 * @param annotated attributes that become annotations, beside the correlation id
	 */
	ExtraFields(Collection<String> annotated) {
		this.annotated = new AnnotatedAttributes(annotated);
	}

	/**
	 * Finds the attributes that become annotations, no more than X-Ray takes: those of
	 * the configuration, then those that the span itself lists.
	 * @return how many there are
	 */
	int findAnnotations(Facts facts) {
		this.annotationCount = 0;
		this.isAnnotation.clear();
		for (int i = 0; i < facts.size(); i++) {
			addAnnotation(i, this.annotated.searchableName(facts.name(i)), facts);
		}
		if (LISTED.value(facts) instanceof List<?> listed) {
			Set<?> all = new HashSet<>(listed);
			for (int i = 0; i < facts.size(); i++) {
				String name = facts.name(i);
				addAnnotation(i, all.contains(name) ? AnnotatedAttributes.searchable(name) : null, facts);
			}
		}
		return this.annotationCount;
	}

	private void addAnnotation(int index, @Nullable String name, Facts facts) {
		if (name == null || this.annotationCount == Limits.ANNOTATIONS || TOLD_NAMES.contains(facts.name(index))) {
			return;
		}
		for (int i = 0; i < this.annotationCount; i++) {
			if (this.annotationNames[i].equals(name)) {
				return;
			}
		}
		this.annotations[this.annotationCount] = index;
		this.annotationNames[this.annotationCount] = name;
		this.annotationCount++;
		this.isAnnotation.set(index);
	}

	/**
	 * Writes some of the annotations that were found.
	 * @param from the first
	 * @param to behind the last
	 */
	void writeAnnotations(Facts facts, int from, int to, JsonBytes json) {
		int annotations = json.begin("annotations", '{');
		for (int i = from; i < to; i++) {
			json.name(this.annotationNames[i]).value(facts.value(this.annotations[i]), Limits.ANNOTATION_VALUE);
		}
		json.end(annotations, '}');
	}

	/**
	 * Writes what is in no other part.
	 * @param subsegment whether the resource is left out, because a segment has it
	 */
	void writeMetadata(Facts facts, ResourceParts resource, boolean subsegment, JsonBytes json) {
		Map<String, List<Member>> namespaces = namespaces(facts);
		this.names.clear();
		int metadata = json.begin("metadata", '{');
		int fields = json.begin(DEFAULT, '{');
		boolean named = !namespaces.isEmpty();
		boolean http = HttpBlock.isThere(facts);
		boolean aws = AwsBlock.isAwsCall(facts);
		boolean sql = subsegment && SqlBlock.isThere(facts);
		boolean ofResource = false;
		for (int i = 0; i < facts.size(); i++) {
			String name = facts.name(i);
			boolean taken = this.isAnnotation.get(i) || facts.isRepeated(i)
					|| (facts.isAskedFor(i) && isTaken(name, facts.value(i), http, aws, sql))
					|| (named && name.startsWith(NAMESPACE) && namespaces.containsKey(namespace(name)));
			if (!taken) {
				write(name, facts, i, named, json);
				ofResource |= name.startsWith(ResourceParts.PREFIX);
			}
		}
		if (!subsegment && !named && !ofResource) {
			json.members(resource.metadata());
		}
		else if (!subsegment) {
			writeResource(facts, resource.facts(), json);
		}
		writeNamespace(namespaces.getOrDefault(DEFAULT, List.of()), json);
		json.end(fields, '}');
		namespaces.forEach((namespace, members) -> {
			if (!namespace.equals(DEFAULT)) {
				this.names.clear();
				int own = json.beginObject(namespace);
				writeNamespace(members, json);
				json.end(own, '}');
			}
		});
		json.end(metadata, '}');
	}

	private static boolean isTaken(String name, Object value, boolean http, boolean aws, boolean sql) {
		return (http && HTTP.contains(name)) || (aws && AWS.contains(name)) || (sql && SQL.contains(name))
				|| ((http || sql) && TAKEN_IF_SHORT.contains(name) && value.toString().length() <= Limits.TEXT)
				|| TOLD_NAMES.contains(name);
	}

	private void write(String name, Facts facts, int index, boolean named, JsonBytes json) {
		String key = keptFree(name);
		// two names may have become one
		if (key == name || !facts.has(key)) {
			if (named) {
				this.names.add(key);
			}
			json.key(key).value(facts.value(index), Limits.METADATA);
		}
	}

	/** Where a span has attributes of the same name, or a namespace may. */
	private void writeResource(Facts facts, Facts resource, JsonBytes json) {
		for (int i = 0; i < resource.size(); i++) {
			String name = ResourceParts.PREFIX + resource.name(i);
			if (!resource.isRepeated(i) && !facts.has(name) && this.names.add(name)) {
				json.key(name).value(resource.value(i), Limits.METADATA);
			}
		}
	}

	private void writeNamespace(List<Member> members, JsonBytes json) {
		for (Member member : members) {
			if (this.names.add(member.name())) {
				json.raw(member.name(), member.value());
			}
		}
	}

	/** Metadata that has a place of its own, as the X-Ray SDK was told. */
	private static Map<String, List<Member>> namespaces(Facts facts) {
		Map<String, List<Member>> namespaces = Map.of();
		for (int i = 0; i < facts.size(); i++) {
			if (facts.name(i).startsWith(NAMESPACE) && facts.value(i) instanceof String text) {
				List<Member> members = JsonMembers.of(text);
				if (members != null) {
					namespaces = namespaces.isEmpty() ? new LinkedHashMap<>() : namespaces;
					namespaces.putIfAbsent(namespace(facts.name(i)), members);
				}
			}
		}
		return namespaces;
	}

	private static String namespace(String name) {
		return keptFree(name.substring(NAMESPACE.length()));
	}

	/** X-Ray keeps these keys to itself. */
	private static String keptFree(String name) {
		return name.startsWith("AWS.") ? "_" + name : name;
	}

}
