package mysfits.demo.server;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the three services are started.
 *
 * @param aheadOfTime whether Spring uses what it has generated at build time
 * @param arguments further arguments of each service, after those that make it patient
 */
public record ServiceOptions(boolean aheadOfTime, List<String> arguments) {

	/**
	 * A service that is still warming up answers slowly, and a time-out is not what
	 * anybody wants to see here.
	 */
	private static final List<String> PATIENCE = List.of("--spring.http.clients.read-timeout=60s",
			"--likes.catalogue-timeout=60s");

	public ServiceOptions {
		arguments = Stream.concat(PATIENCE.stream(), arguments.stream()).toList();
	}

}
