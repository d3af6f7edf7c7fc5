package mysfits.demo.server;

import java.util.List;

/**
 * What the demo runs, in the order in which it is started.
 */
public enum Server {

	/** The tracing backend. */
	ZIPKIN("zipkin", "--zipkin-port", 9411, "/health"),

	/** The database of likes. */
	DYNAMODB("dynamodb", "--dynamodb-port", 8000, "/"),

	/** The catalogue of creatures. */
	MYSFITS_SERVICE("mysfits-service", "--mysfits-port", 8081, "/actuator/health/readiness"),

	/** The counter of likes. */
	LIKE_SERVICE("like-service", "--like-port", 8082, "/actuator/health/readiness"),

	/** The page. */
	MYSFITS_WEB("mysfits-web", "--web-port", 8080, "/actuator/health/readiness");

	private final String id;

	private final String portOption;

	private final int defaultPort;

	private final String readyPath;

	Server(String id, String portOption, int defaultPort, String readyPath) {
		this.id = id;
		this.portOption = portOption;
		this.defaultPort = defaultPort;
		this.readyPath = readyPath;
	}

	/**
	 * Returns the three services that log and trace.
	 */
	public static List<Server> services() {
		return List.of(MYSFITS_WEB, LIKE_SERVICE, MYSFITS_SERVICE);
	}

	/**
	 * Returns the name in log files and output; for a service also its
	 * {@code spring.application.name}.
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Returns the command-line option that changes the port.
	 */
	public String portOption() {
		return this.portOption;
	}

	int defaultPort() {
		return this.defaultPort;
	}

	String readyPath() {
		return this.readyPath;
	}

	boolean isReadyWith(int status) {
		// DynamoDB has no page for that: any answer is its readiness
		return this == DYNAMODB || status == 200;
	}

}
