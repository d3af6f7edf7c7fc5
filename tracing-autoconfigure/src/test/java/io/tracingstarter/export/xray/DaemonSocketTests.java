package io.tracingstarter.export.xray;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link DaemonSocket}, with a daemon that moves.
 */
class DaemonSocketTests {

	private final TestDaemon first = new TestDaemon();

	private final TestDaemon second = new TestDaemon();

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

	private final AtomicReference<DaemonSocket.LookUp> lookUp = new AtomicReference<>(this.first::socketAddress);

	private final DaemonSocket socket = new DaemonSocket(DaemonAddress.parse("xray-daemon:2000"),
			() -> this.lookUp.get().find(), this.now::get);

	@AfterEach
	void close() throws IOException {
		this.socket.close();
		this.first.close();
		this.second.close();
	}

	private void send(String id) throws IOException {
		byte[] document = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
		this.socket.send(document, document.length);
		this.socket.check();
	}

	@Test
	void shouldFollowTheNameWithinAMinute() throws IOException {
		send("a");
		this.lookUp.set(this.second::socketAddress);
		send("b");
		this.now.addAndGet(Duration.ofSeconds(61).toNanos());
		send("c");
		assertThat(this.first.document().path("id").asString()).isEqualTo("a");
		assertThat(this.first.document().path("id").asString()).isEqualTo("b");
		assertThat(this.second.document().path("id").asString()).isEqualTo("c");
	}

	@Test
	void shouldFollowTheNameAtOnceWhenNobodyListensAnyMore() throws IOException {
		send("a");
		this.lookUp.set(this.second::socketAddress);
		this.first.close();
		assertThatIOException().isThrownBy(() -> {
			send("b");
			send("b");
		}).withMessage("nobody listens on udp xray-daemon:2000");
		send("b");
		assertThat(this.second.document().path("id").asString()).isEqualTo("b");
	}

	@Test
	void shouldFailWhileTheNameIsUnknownAndSendWhenItIsThereAgain() throws IOException {
		this.lookUp.set(() -> {
			throw new UnknownHostException("xray-daemon");
		});
		assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> send("a"));
		this.lookUp.set(this.first::socketAddress);
		send("b");
		assertThat(this.first.document().path("id").asString()).isEqualTo("b");
	}

	@Test
	void shouldGoOnWhenTheSystemSendsNoDatagramOfThatSize() throws IOException {
		// less than a socket's buffer, more than UDP has
		assertThatExceptionOfType(DatagramTooLargeException.class)
			.isThrownBy(() -> this.socket.send(new byte[65_500], 65_500));
		send("a");
		assertThat(this.first.document().path("id").asString()).isEqualTo("a");
	}

}
