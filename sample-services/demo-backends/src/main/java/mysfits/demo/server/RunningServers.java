package mysfits.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All servers of the demo as child processes. Whatever was started is ended by
 * {@link #close()}, which may be called at any time, from any thread, more than once.
 */
public final class RunningServers implements AutoCloseable {

	private static final Duration START_PATIENCE = Duration.ofSeconds(240);

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

	private final Installation installation;

	private final Ports ports;

	private final Path logs;

	private final List<ServerProcess> processes = new ArrayList<>();

	private boolean closed;

	/**
	 * Prepares, but starts nothing.
	 * @param installation where the programs are
	 * @param ports where they shall listen
	 * @param logs the folder for what they log, created when missing
	 */
	public RunningServers(Installation installation, Ports ports, Path logs) {
		this.installation = installation;
		this.ports = ports;
		this.logs = logs.toAbsolutePath();
	}

	/**
	 * Starts all and returns when all are ready.
	 * @param services how the three services are started
	 * @param progress is told how it goes
	 * @throws StartFailedException when one does not start; the others are ended then
	 */
	public void start(ServiceOptions services, Progress progress) throws InterruptedException {
		Commands commands = new Commands(this.installation, this.ports, this.logs, services);
		Map<Server, List<String>> commandLines = new EnumMap<>(Server.class);
		for (Server server : Server.values()) {
			// all before the first start: a missing jar must not leave half a demo behind
			commandLines.put(server, commands.of(server));
		}
		prepareLogs();
		boolean started = false;
		try {
			long begun = System.nanoTime();
			commandLines.forEach(this::start);
			for (ServerProcess process : List.copyOf(this.processes)) {
				process.await(this.ports.url(process.server()), begun, START_PATIENCE, progress);
			}
			started = true;
		}
		finally {
			if (!started) {
				close();
			}
		}
	}

	public URI url(Server server) {
		return this.ports.url(server);
	}

	/**
	 * Returns the file with the JSON lines that the service logs.
	 */
	public Path logFile(Server service) {
		return this.logs.resolve(service.id() + ".json");
	}

	/**
	 * Returns the folder of all log files.
	 */
	public Path logs() {
		return this.logs;
	}

	/**
	 * Throws when one of the servers has ended by itself.
	 */
	public synchronized void requireAlive() {
		for (ServerProcess process : this.processes) {
			if (!this.closed && !process.isAlive()) {
				throw process.failed("ended by itself");
			}
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		// services first: they send their last spans while Zipkin still listens
		stop(this.processes.stream().filter((process) -> isService(process.server())).toList());
		stop(this.processes.stream().filter((process) -> !isService(process.server())).toList());
		this.processes.clear();
	}

	private static boolean isService(Server server) {
		return Server.services().contains(server);
	}

	private static void stop(List<ServerProcess> processes) {
		processes.forEach(ServerProcess::askToStop);
		processes.forEach((process) -> process.stop(STOP_PATIENCE));
	}

	private synchronized void start(Server server, List<String> command) {
		if (!this.closed) {
			this.processes.add(ServerProcess.start(server, command, this.logs));
		}
	}

	private void prepareLogs() {
		try {
			Files.createDirectories(this.logs);
			for (Server service : Server.services()) {
				// lines of an earlier run would be taken for lines of this one
				Files.deleteIfExists(logFile(service));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
