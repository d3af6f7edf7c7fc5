package io.tracingstarter.export.xray;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the X-Ray daemon listens, for spans over UDP and for sampling rules over TCP.
 *
 * @param udpHost a name or address, IPv6 without its brackets
 * @param udpPort from 1 to 65535
 * @param tcpHost a name or address, IPv6 without its brackets
 * @param tcpPort from 1 to 65535
 */
public record DaemonAddress(String udpHost, int udpPort, String tcpHost, int tcpPort) {

	/**
	 * Where a daemon listens unless told otherwise.
	 */
	public static final String DEFAULT = "127.0.0.1:2000";

	private static final Pattern ADDRESS = Pattern
		.compile("(?<host>\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+):(?<port>[0-9]{1,5})");

	/**
	 * Reads an address: {@code host:port} for both, or {@code tcp:host:port
	 * udp:host:port} in any order, as in {@code AWS_XRAY_DAEMON_ADDRESS}.
	 * @param text the address; IPv6 in brackets
	 * @return the address
	 * @throws IllegalArgumentException with what is wrong, in words
	 * @see <a href=
	 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-java-configuration.html">X-Ray
	 * SDK: environment variables</a>
	 */
	public static DaemonAddress parse(String text) {
		String[] parts = text.strip().split("\\s+");
		if (parts.length == 1) {
			Matcher both = match(parts[0]);
			return new DaemonAddress(host(both), port(both), host(both), port(both));
		}
		if (parts.length != 2) {
			throw new IllegalArgumentException("it has more than two addresses");
		}
		boolean tcpFirst = parts[0].startsWith("tcp:");
		Matcher tcp = match(without("tcp:", parts[tcpFirst ? 0 : 1]));
		Matcher udp = match(without("udp:", parts[tcpFirst ? 1 : 0]));
		return new DaemonAddress(host(udp), port(udp), host(tcp), port(tcp));
	}

	private static String without(String protocol, String part) {
		if (!part.startsWith(protocol)) {
			throw new IllegalArgumentException("of two addresses one begins with tcp: and the other with udp:");
		}
		return part.substring(protocol.length());
	}

	private static Matcher match(String address) {
		Matcher matcher = ADDRESS.matcher(address);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("it is not a host and a port with a colon between them");
		}
		if (port(matcher) < 1 || port(matcher) > 65535) {
			throw new IllegalArgumentException("its port is not between 1 and 65535");
		}
		return matcher;
	}

	private static String host(Matcher address) {
		String host = address.group("host");
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	private static int port(Matcher address) {
		return Integer.parseInt(address.group("port"));
	}

	/**
	 * Looks the host for spans up.
	 */
	InetSocketAddress resolveUdp() throws UnknownHostException {
		return new InetSocketAddress(InetAddress.getByName(this.udpHost), this.udpPort);
	}

	/**
	 * Where sampling rules are asked for.
	 * @return host and port, IPv6 in brackets
	 */
	public String tcp() {
		return join(this.tcpHost, this.tcpPort);
	}

	private static String join(String host, int port) {
		return ((host.indexOf(':') >= 0) ? "[" + host + "]" : host) + ":" + port;
	}

	@Override
	public String toString() {
		return "udp " + join(this.udpHost, this.udpPort);
	}

}
