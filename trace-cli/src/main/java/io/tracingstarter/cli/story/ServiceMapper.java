package io.tracingstarter.cli.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.ServiceMap;
import io.tracingstarter.cli.model.ServiceMap.Edge;
import io.tracingstarter.cli.model.ServiceMap.Numbers;
import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Draws the map of services from spans: what each of them served, and the calls between
 * them, as the callers saw them.
 */
public final class ServiceMapper {

	private final Map<String, Tally> services = new LinkedHashMap<>();

	private final Map<String, Boolean> traced = new HashMap<>();

	private final Map<Call, Tally> calls = new LinkedHashMap<>();

	private ServiceMapper() {
	}

	/**
	 * Draws the map.
	 * @param window the time that was searched; null to take it from the spans
	 */
	public static ServiceMap map(Evidence evidence, @Nullable TimeWindow window) {
		SpanMerger merger = new SpanMerger();
		evidence.spans().forEach((span) -> merger.add(span, ""));
		new Tree(merger.byId());
		ServiceMapper mapper = new ServiceMapper();
		List<Node> nodes = merger.nodes();
		nodes.forEach((node) -> mapper.traced.put(node.span.service(), true));
		nodes.forEach(mapper::add);
		long nanos = (window != null) ? window.untilNanos() - window.fromNanos() : extent(nodes);
		return new ServiceMap(
				sorted(mapper.services,
						(name, tally) -> new ServiceMap.Node(name, mapper.traced.getOrDefault(name, false),
								tally.numbers()),
						(node) -> node.numbers()),
				sorted(mapper.calls, (call, tally) -> new Edge(call.from, call.to, tally.numbers()),
						(edge) -> edge.numbers()),
				Math.max(1, nanos / Nanos.SECOND));
	}

	private static long extent(List<Node> nodes) {
		long start = nodes.stream().mapToLong((node) -> node.start).min().orElse(0);
		return nodes.stream().mapToLong((node) -> node.end).max().orElse(0) - start;
	}

	private static <K, T> List<T> sorted(Map<K, Tally> tallies, BiFunction<K, Tally, T> made,
			Function<T, Numbers> numbers) {
		return tallies.entrySet()
			.stream()
			.map((entry) -> made.apply(entry.getKey(), entry.getValue()))
			.sorted(Comparator.<T>comparingLong((element) -> numbers.apply(element).count()).reversed())
			.toList();
	}

	private void add(Node node) {
		String service = node.span.service();
		if (service.isEmpty()) {
			return;
		}
		Tally served = this.services.computeIfAbsent(service, (name) -> new Tally());
		Node parent = node.parent;
		boolean crossed = parent != null && !parent.sameService(node) && !parent.span.service().isEmpty();
		if (node.serves() || crossed || parent == null && !node.calls()) {
			served.add(node);
		}
		if (crossed && parent != null) {
			call(parent.span.service(), service).add(parent.calls() ? parent : node);
		}
		boolean answeredElsewhere = node.children.stream().anyMatch((child) -> !child.sameService(node));
		if (node.calls() && !answeredElsewhere) {
			String target = remote(node.span.attributes());
			if (target != null && !target.equalsIgnoreCase(service)) {
				call(service, target).add(node);
				if (!this.traced.getOrDefault(target, false)) {
					this.traced.putIfAbsent(target, false);
					this.services.computeIfAbsent(target, (name) -> new Tally()).add(node);
				}
			}
		}
	}

	/** A database or broker is named with what it is, such as "mysql/orders". */
	private static @Nullable String remote(Map<String, String> attributes) {
		String system = SpanFacts.first(attributes, "db.system.name", "db.system", "messaging.system");
		String name = SpanFacts.first(attributes, "peer.service", "server.address", "net.peer.name", "client.name");
		if (system == null || name == null || name.toLowerCase(Locale.ROOT).contains(system.toLowerCase(Locale.ROOT))) {
			return (name != null) ? name : system;
		}
		return system + "/" + name;
	}

	private Tally call(String from, String to) {
		return this.calls.computeIfAbsent(new Call(from, to), (call) -> new Tally());
	}

	private record Call(String from, String to) {

	}

	/** Durations and failures, one after the other. */
	private static final class Tally {

		private long[] durations = new long[8];

		private int count;

		private long errors;

		void add(Node node) {
			if (this.count == this.durations.length) {
				this.durations = Arrays.copyOf(this.durations, this.count * 2);
			}
			this.durations[this.count++] = node.end - node.start;
			this.errors += node.failed() ? 1 : 0;
		}

		Numbers numbers() {
			long[] sorted = Arrays.copyOf(this.durations, this.count);
			Arrays.sort(sorted);
			return new Numbers(this.count, this.errors, percentile(sorted, 0.5), percentile(sorted, 0.99));
		}

		private static long percentile(long[] sorted, double part) {
			return (sorted.length == 0) ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
		}

	}

}
