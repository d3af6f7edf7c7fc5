package mysfits.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import mysfits.demo.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param once whether to end after the scenario
 * @param aheadOfTime whether the services use what Spring has generated at build time
 * @param xray whether the services send to X-Ray, too
 * @param loadCheck whether to look for wrong ids under load instead of playing the
 * scenario
 * @param requests how many requests the load check sends
 * @param concurrency how many of them at a time
 * @param timeLimit how long the load check sends at most
 * @param ports the ports that differ from the defaults
 */
record DemoOptions(boolean once, boolean aheadOfTime, boolean xray, boolean loadCheck, int requests, int concurrency,
		Duration timeLimit, Map<Server, Integer> ports) {

	private static final int MAX_PORT = 65535;

	/**
	 * Reads the command line.
	 * @throws IllegalArgumentException with a message for the person who typed it
	 */
	static DemoOptions parse(List<String> arguments) {
		Deque<String> rest = new ArrayDeque<>(arguments);
		boolean once = false;
		boolean aheadOfTime = false;
		boolean xray = false;
		boolean loadCheck = false;
		int requests = 2000;
		int concurrency = 64;
		int seconds = 1800;
		Map<Server, Integer> ports = new EnumMap<>(Server.class);
		while (!rest.isEmpty()) {
			String option = rest.pop();
			switch (option) {
				case "--once" -> once = true;
				case "--aot" -> aheadOfTime = true;
				case "--xray" -> xray = true;
				case "--load-check" -> loadCheck = true;
				case "--requests" -> requests = number(option, rest.poll(), 1, 10_000_000);
				case "--concurrency" -> concurrency = number(option, rest.poll(), 1, 1000);
				case "--time-limit" -> seconds = number(option, rest.poll(), 1, 86_400);
				default -> ports.put(serverOf(option), number(option, rest.poll(), 0, MAX_PORT));
			}
		}
		if (xray && (aheadOfTime || loadCheck)) {
			throw new IllegalArgumentException("--xray goes with neither --aot, which has decided about exporters at "
					+ "build time, nor --load-check. Leave one out.");
		}
		return new DemoOptions(once, aheadOfTime, xray, loadCheck, requests, concurrency, Duration.ofSeconds(seconds),
				ports);
	}

	private static Server serverOf(String option) {
		return Stream.of(Server.values())
			.filter((server) -> server.portOption().equals(option))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown option " + option + ". See: bin/demo --help"));
	}

	private static int number(String option, @Nullable String value, int min, int max) {
		return Optional.ofNullable(value)
			.filter((text) -> text.matches("\\d{1,9}"))
			.map(Integer::valueOf)
			.filter((number) -> number >= min && number <= max)
			.orElseThrow(() -> new IllegalArgumentException("%s needs a number from %d to %d%s".formatted(option, min,
					max, (value != null) ? ", not " + value : "")));
	}

}
