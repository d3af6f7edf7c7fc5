package mysfits.demo.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of each server.
 */
final class Commands {

	private static final int JDK = Runtime.version().feature();

	private final Installation installation;

	private final Ports ports;

	private final Path logs;

	private final ServiceOptions services;

	Commands(Installation installation, Ports ports, Path logs, ServiceOptions services) {
		this.installation = installation;
		this.ports = ports;
		this.logs = logs;
		this.services = services;
	}

	List<String> of(Server server) {
		return switch (server) {
			case ZIPKIN -> zipkin();
			case DYNAMODB -> dynamoDb();
			case MYSFITS_SERVICE -> service(server, List.of());
			case LIKE_SERVICE -> service(server, List.of("--likes.catalogue-url=" + url(Server.MYSFITS_SERVICE),
					"--likes.dynamodb.endpoint=" + url(Server.DYNAMODB)));
			case MYSFITS_WEB -> service(server, List.of("--web.catalogue-url=" + url(Server.MYSFITS_SERVICE),
					"--web.likes-url=" + url(Server.LIKE_SERVICE), "--web.zipkin-ui-url=" + url(Server.ZIPKIN)));
		};
	}

	private List<String> zipkin() {
		List<String> command = java("-Xmx256m");
		command.addAll(List.of("-jar", this.installation.zipkinJar().toString(),
				"--armeria.ports[0].port=" + this.ports.of(Server.ZIPKIN), "--armeria.ports[0].address=127.0.0.1",
				"--armeria.ports[0].protocols[0]=http"));
		return command;
	}

	private List<String> dynamoDb() {
		Path libraries = this.installation.dynamoDbLibraries();
		List<String> command = java("-Xmx384m");
		command.addAll(List.of("-Dsqlite4java.library.path=" + libraries, "-cp",
				this.installation.dynamoDbJar() + File.pathSeparator + libraries + File.separator + "*",
				"mysfits.dynamodb.LoopbackDynamoDb", Integer.toString(this.ports.of(Server.DYNAMODB))));
		return command;
	}

	private List<String> service(Server service, List<String> neighbours) {
		List<String> command = java("-Xmx256m");
		if (this.services.aheadOfTime()) {
			// only a system property can say so
			command.add("-Dspring.aot.enabled=true");
		}
		command.addAll(List.of("-jar", this.installation.serviceJar(service).toString(),
				"--server.port=" + this.ports.of(service), "--server.address=127.0.0.1",
				"--tracing.exporters.zipkin.endpoint=" + url(Server.ZIPKIN) + "/api/v2/spans",
				// somebody is waiting for the trace
				"--tracing.exporters.zipkin.schedule-delay=500ms",
				"--logging.file.name=" + this.logs.resolve(service.id() + ".json"),
				// one file: whoever follows a request must not look for rolled ones
				"--logging.logback.rollingpolicy.max-file-size=8GB"));
		command.addAll(neighbours);
		command.addAll(this.services.arguments());
		return command;
	}

	private List<String> java(String heap) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC"));
		// Netty, SQLite and Zipkin's libraries use both; newer JDKs warn of each unless
		// told
		if (JDK >= 22) {
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		if (JDK >= 23) {
			command.add("--sun-misc-unsafe-memory-access=allow");
		}
		return command;
	}

	private String url(Server server) {
		return this.ports.url(server).toString();
	}

}
