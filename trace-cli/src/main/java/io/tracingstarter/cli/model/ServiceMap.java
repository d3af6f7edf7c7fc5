package io.tracingstarter.cli.model;

import java.util.List;

/**
 * Which services there are, and who calls whom.
 *
 * @param nodes all services, the busiest first
 * @param edges all calls between them, the most frequent first
 * @param seconds the time in which this was seen, at least 1
 */
public record ServiceMap(List<Node> nodes, List<Edge> edges, long seconds) {

	public ServiceMap {
		nodes = List.copyOf(nodes);
		edges = List.copyOf(edges);
	}

	/**
	 * A service, or something that is called and has no spans of its own.
	 *
	 * @param name its name
	 * @param traced whether it has spans
	 * @param numbers of what it served
	 */
	public record Node(String name, boolean traced, Numbers numbers) {

	}

	/**
	 * The calls from one to another.
	 *
	 * @param from who calls
	 * @param to who is called
	 * @param numbers as the caller sees them
	 */
	public record Edge(String from, String to, Numbers numbers) {

	}

	/**
	 * How often, how well and how fast.
	 *
	 * @param count how many there were
	 * @param errors how many of them failed
	 * @param p50Nanos half of them took at most so long; 0 where there are none
	 * @param p99Nanos 99 of 100 took at most so long
	 */
	public record Numbers(long count, long errors, long p50Nanos, long p99Nanos) {

		/** Returns which part of them failed, from 0 to 1. */
		public double errorRatio() {
			return (this.count > 0) ? (double) this.errors / this.count : 0;
		}

	}

}
