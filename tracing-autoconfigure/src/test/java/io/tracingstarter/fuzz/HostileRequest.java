package io.tracingstarter.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Headers that somebody may send.
 *
 * @param seed together with the index, makes the same request again
 * @param index number of the request
 * @param headers names and values in the order in which they are sent
 */
record HostileRequest(long seed, long index, List<Header> headers) {

	/**
	 * One header.
	 *
	 * @param name name in any case
	 * @param value characters up to 255, each a byte on the wire
	 */
	record Header(String name, String value) {

	}

	/**
	 * All values of each header.
	 * @return values by name, in any case
	 */
	Map<String, List<String>> byName() {
		Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.headers.forEach(
				(header) -> byName.computeIfAbsent(header.name(), (name) -> new ArrayList<>()).add(header.value()));
		return byName;
	}

	/**
	 * The request without the white space around values, as a server hands it on.
	 * @return the request
	 */
	HostileRequest trimmed() {
		return new HostileRequest(this.seed, this.index,
				this.headers.stream()
					.map((header) -> new Header(header.name(), header.value().replaceAll("^[ \t]+|[ \t]+$", "")))
					.toList());
	}

	/** Whether no value ends its line, and begins another header or request. */
	boolean isWhole() {
		return this.headers.stream()
			.map(Header::value)
			.allMatch((value) -> value.indexOf('\r') < 0 && value.indexOf('\n') < 0);
	}

	String text(String path) {
		StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: "
				+ (isWhole() ? "keep-alive" : "close") + "\r\n");
		this.headers.forEach((header) -> text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
		return text.append("\r\n").toString();
	}

	/**
	 * Fails, and says how to repeat it.
	 * @param right what must be true
	 * @param wrong what was seen in its place
	 */
	void require(boolean right, Supplier<String> wrong) {
		if (!right) {
			throw new AssertionError(wrong.get() + "\n" + this);
		}
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("-Dfuzz.seed=" + this.seed + ", request " + this.index);
		this.headers.forEach((header) -> {
			text.append('\n').append(header.name()).append(": ");
			header.value()
				.chars()
				.forEach((c) -> text.append((c < ' ' || c > '~') ? "\\x%02x".formatted(c) : (char) c));
		});
		return text.toString();
	}

}
