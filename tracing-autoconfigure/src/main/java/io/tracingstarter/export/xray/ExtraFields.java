package io.tracingstarter.export.xray;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.TracingNames;
import io.tracingstarter.export.xray.JsonMembers.Member;
import org.jspecify.annotations.Nullable;

/**
 * What no other part of a document has: annotations, which X-Ray searches, and metadata,
 * which it shows.
 */
final class ExtraFields {

	private static final Field LISTED = Field.of(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE);

	private static final String DEFAULT = "default";

	/** Which attributes become annotations, and the names of these. */
	private final int[] annotations = new int[Limits.ANNOTATIONS];

	private final String[] annotationNames = new String[Limits.ANNOTATIONS];

	private int annotationCount;

	private final BitSet isAnnotation = new BitSet();

	/** What the metadata has already, where that needs to be known. */
	private final Set<String> names = new HashSet<>();

	/**
	 * Finds the attributes that become annotations, no more than X-Ray takes: those of
	 * the configuration, then those that the span itself lists.
	 * @return how many there are
	 */
	int findAnnotations(Facts facts) {
		this.annotationCount = 0;
		this.isAnnotation.clear();
		for (int i = 0; i < facts.size(); i++) {
			addAnnotation(i, facts.attribute(i).annotation(), facts);
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
		if (name == null || this.annotationCount == Limits.ANNOTATIONS
				|| facts.attribute(index).isOf(AttributeName.TOLD)) {
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
	 * @param told the parts that are there, as {@link AttributeName} numbers them
	 * @param resource is told, too; {@code null} for a subsegment, whose segment tells it
	 */
	void writeMetadata(Facts facts, int told, @Nullable ResourceParts resource, JsonBytes json) {
		Map<String, List<Member>> namespaces = namespaces(facts);
		this.names.clear();
		int metadata = json.begin("metadata", '{');
		int fields = json.begin(DEFAULT, '{');
		boolean named = !namespaces.isEmpty();
		boolean ofResource = false;
		for (int i = 0; i < facts.size(); i++) {
			AttributeName name = facts.attribute(i);
			boolean taken = isTold(name, facts.value(i), told) || this.isAnnotation.get(i) || facts.isRepeated(i)
					|| (named && name.isOf(AttributeName.NAMESPACE) && namespaces.containsKey(namespace(name.text())));
			if (!taken) {
				write(name, facts, i, named, json);
				ofResource |= name.isOf(AttributeName.RESOURCE);
			}
		}
		if (resource != null && !named && !ofResource) {
			json.members(resource.metadata());
		}
		else if (resource != null) {
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

	private static boolean isTold(AttributeName name, Object value, int told) {
		return name.isOf(told & ~AttributeName.CUT)
				|| (name.isOf(told & AttributeName.CUT) && value.toString().length() <= Limits.TEXT);
	}

	private void write(AttributeName name, Facts facts, int index, boolean named, JsonBytes json) {
		String key = name.key();
		// two names may have become one
		if (key == name.text() || !facts.has(key)) {
			if (named) {
				this.names.add(key);
			}
			json.member(name.member()).value(facts.value(index), Limits.METADATA);
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
			if (facts.attribute(i).isOf(AttributeName.NAMESPACE) && facts.value(i) instanceof String text) {
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
		return AttributeName.keptFree(name.substring(TracingNames.XRAY_METADATA_ATTRIBUTE_PREFIX.length()));
	}

}
