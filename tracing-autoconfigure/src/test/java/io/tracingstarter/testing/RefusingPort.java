package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of 127.0.0.1 where nobody listens, and where nobody else can begin to: the
 * socket is bound, so that every connection is refused at once.
 */
public final class RefusingPort implements AutoCloseable {

	private final Socket holder = new Socket();

	public RefusingPort() {
		try {
			this.holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int number() {
		return this.holder.getLocalPort();
	}

	@Override
	public void close() {
		try {
			this.holder.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
