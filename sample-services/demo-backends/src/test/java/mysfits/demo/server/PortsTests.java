package mysfits.demo.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Claims of ports.
 */
class PortsTests {

	@Test
	void shouldFindDifferentPortsWhenAnyWillDo() {
		Ports ports = Ports.ephemeral();
		assertThat(Stream.of(Server.values()).map(ports::of)).doesNotHaveDuplicates()
			.allSatisfy((port) -> assertThat(port).isPositive());
	}

	@Test
	void shouldNamePortServerAndOptionWhenAPortIsTaken() throws IOException {
		try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			Map<Server, Integer> wanted = anyPorts();
			wanted.put(Server.LIKE_SERVICE, holder.getLocalPort());
			assertThatExceptionOfType(PortTakenException.class).isThrownBy(() -> Ports.claim(wanted))
				.withMessageContaining("Port " + holder.getLocalPort())
				.withMessageContaining("like-service wanted it")
				.withMessageContaining("--like-port");
		}
	}

	@Test
	void shouldNameTheOtherServerWhenTwoWantTheSamePort() {
		int free = Ports.ephemeral().of(Server.ZIPKIN);
		Map<Server, Integer> wanted = anyPorts();
		wanted.put(Server.ZIPKIN, free);
		wanted.put(Server.MYSFITS_WEB, free);
		assertThatExceptionOfType(PortTakenException.class).isThrownBy(() -> Ports.claim(wanted))
			.withMessageContaining("taken by zipkin of this demo");
	}

	private static Map<Server, Integer> anyPorts() {
		Map<Server, Integer> wanted = new EnumMap<>(Server.class);
		for (Server server : Server.values()) {
			wanted.put(server, 0);
		}
		return wanted;
	}

}
