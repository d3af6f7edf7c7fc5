package mysfits.demo.server;

/**
 * Thrown when a port is not free; its message names the way out.
 */
public class PortTakenException extends StartFailedException {

	PortTakenException(Server server, int port, String holder, Throwable cause) {
		super("Port %d is taken by %s; %s wanted it. Free it, or choose another with %s <port> (0 takes any free one)."
			.formatted(port, holder, server.id(), server.portOption()), cause);
	}

}
