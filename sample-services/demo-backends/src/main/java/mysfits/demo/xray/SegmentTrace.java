package mysfits.demo.xray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A trace, put together from the documents alone.
 */
public final class SegmentTrace {

	private final String id;

	private final Map<String, Segment> segments = new HashMap<>();

	private final Map<String, @Nullable String> parents = new HashMap<>();

	SegmentTrace(String id, List<Segment> documents) {
		this.id = id;
		documents.forEach((document) -> add(document, document.parentId()));
	}

	private void add(Segment segment, @Nullable String parent) {
		this.segments.put(segment.id(), segment);
		this.parents.put(segment.id(), parent);
		if (segment.subsegments() != null) {
			// what is within a document has its parent around it
			segment.subsegments().forEach((inner) -> add(inner, segment.id()));
		}
	}

	/**
	 * Returns the id in X-Ray's form.
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Returns all segments and subsegments, in no particular order.
	 */
	public List<Segment> all() {
		return List.copyOf(this.segments.values());
	}

	/**
	 * Returns what was caused by a segment, oldest first.
	 * @param parent its id; {@code null} for what begins the trace
	 */
	public List<Segment> childrenOf(@Nullable String parent) {
		List<Segment> children = new ArrayList<>(this.segments.values());
		children.removeIf((segment) -> !Objects.equals(this.parents.get(segment.id()), parent));
		children.sort(Comparator.comparingDouble(Segment::startTime));
		return children;
	}

	/**
	 * Returns the service that a segment or subsegment belongs to.
	 */
	public String serviceOf(Segment segment) {
		Segment current = segment;
		while (current != null && !current.isService()) {
			String parent = this.parents.get(current.id());
			current = (parent != null) ? this.segments.get(parent) : null;
		}
		return (current != null) ? current.name() : "";
	}

	/**
	 * Returns what is wrong with the trace of a like, each in a sentence; nothing when it
	 * is as expected.
	 * @param correlationId annotation of all
	 * @param services the services, each of which calls the next
	 * @param counted whether the like is counted in DynamoDB
	 */
	public List<String> problems(String correlationId, List<String> services, boolean counted) {
		List<String> problems = new ArrayList<>();
		String caller = null;
		for (String service : services) {
			Optional<Segment> found = service(service, caller);
			if (found.isEmpty()) {
				problems.add("The segment of " + service + " is missing or has the wrong parent");
				break;
			}
			caller = found.get().id();
		}
		if (counted && all().stream().noneMatch(this::isCount)) {
			problems.add("The aws subsegment that counts the like is missing");
		}
		for (Segment segment : all()) {
			String parent = this.parents.get(segment.id());
			if (parent != null && !this.segments.containsKey(parent)) {
				problems.add("The parent of " + segment.name() + " is missing");
			}
			if (!correlationId.equals(segment.annotation("correlation_id"))) {
				problems.add("The annotation correlation_id of " + segment.name() + " is wrong");
			}
		}
		return problems;
	}

	/**
	 * Whoever calls a service has a subsegment for the call, of which the service's is a
	 * child.
	 */
	private Optional<Segment> service(String name, @Nullable String caller) {
		return all().stream()
			.filter(Segment::isService)
			.filter((segment) -> segment.name().equals(name))
			.filter((segment) -> {
				String parent = this.parents.get(segment.id());
				Segment call = (parent != null) ? this.segments.get(parent) : null;
				return (caller == null) ? parent == null
						: call != null && "remote".equals(call.namespace()) && isWithin(call, caller);
			})
			.findFirst();
	}

	private boolean isWithin(Segment segment, String ancestor) {
		String parent = this.parents.get(segment.id());
		while (parent != null && !parent.equals(ancestor)) {
			parent = this.parents.get(parent);
		}
		return parent != null;
	}

	private boolean isCount(Segment segment) {
		return "aws".equals(segment.namespace()) && "UpdateItem".equals(segment.aws("operation"))
				&& segment.aws("table_name") != null && serviceOf(segment).equals("like-service");
	}

}
