package mysfits.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of all servers on 127.0.0.1.
 */
public final class Ports {

	private final Map<Server, Integer> ports;

	private Ports(Map<Server, Integer> ports) {
		this.ports = ports;
	}

	/**
	 * Reserves nothing, but finds out that every port is free at this moment.
	 * @param wanted the ports that differ from the defaults; 0 stands for any free one
	 * @throws PortTakenException when one is not free
	 */
	public static Ports claim(Map<Server, Integer> wanted) {
		Map<Server, Integer> claimed = new EnumMap<>(Server.class);
		List<ServerSocket> open = new ArrayList<>();
		try {
			for (Server server : Server.values()) {
				int port = wanted.getOrDefault(server, server.defaultPort());
				open.add(bind(server, port, claimed));
				claimed.put(server, open.get(open.size() - 1).getLocalPort());
			}
		}
		finally {
			// all at the end, or the same free port could be found twice
			open.forEach(Ports::close);
		}
		return new Ports(claimed);
	}

	/**
	 * Returns the claim on any free ports.
	 */
	public static Ports ephemeral() {
		Map<Server, Integer> wanted = new EnumMap<>(Server.class);
		for (Server server : Server.values()) {
			wanted.put(server, 0);
		}
		return claim(wanted);
	}

	public int of(Server server) {
		return this.ports.getOrDefault(server, server.defaultPort());
	}

	/**
	 * Returns the server's base address, without a slash at its end.
	 */
	public URI url(Server server) {
		return URI.create("http://127.0.0.1:" + of(server));
	}

	private static ServerSocket bind(Server server, int port, Map<Server, Integer> claimed) {
		try {
			ServerSocket socket = new ServerSocket();
			// a port in TIME_WAIT is free for our purpose
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
			return socket;
		}
		catch (IOException ex) {
			throw new PortTakenException(server, port, holder(port, claimed), ex);
		}
	}

	private static String holder(int port, Map<Server, Integer> claimed) {
		return claimed.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == port)
			.map((entry) -> entry.getKey().id() + " of this demo")
			.findFirst()
			.orElse("another program");
	}

	private static void close(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
