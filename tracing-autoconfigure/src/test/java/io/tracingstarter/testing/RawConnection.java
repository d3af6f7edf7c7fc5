package io.tracingstarter.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Sends to an HTTP server what no client would send, and reads the answer. One connection
 * for as long as the server keeps it.
 */
public final class RawConnection implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

	private static final Pattern CLOSED = Pattern.compile("(?im)^connection: close");

	private static final int PATIENCE_MILLIS = 60_000;

	private final int port;

	private @Nullable Socket socket;

	private @Nullable InputStream in;

	public RawConnection(int port) {
		this.port = port;
	}

	/**
	 * An answer.
	 *
	 * @param head status line and headers
	 * @param body the body
	 */
	public record Answer(String head, String body) {

		/** Of a server that refused a request before it had read all of it. */
		private static final Answer NONE = new Answer("", "");

		public int status() {
			return (this.head.length() > 12) ? Integer.parseInt(this.head.substring(9, 12)) : 0;
		}

	}

	/**
	 * Sends one request.
	 * @param request all of it, a byte for each character
	 * @return the answer
	 */
	public Answer exchange(String request) {
		return exchange(request, RawConnection::read);
	}

	/**
	 * Sends what may be several requests, or none, on a connection of its own.
	 * @param bytes a byte for each character
	 * @return all that came, as the body
	 */
	public Answer exchangeAll(String bytes) {
		close();
		try {
			return exchange(bytes, this::readToEnd);
		}
		finally {
			close();
		}
	}

	private Answer exchange(String request, Reading reading) {
		try {
			if (this.socket == null) {
				this.socket = new Socket("127.0.0.1", this.port);
				this.socket.setSoTimeout(PATIENCE_MILLIS);
				this.in = new BufferedInputStream(this.socket.getInputStream());
			}
			this.socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			Answer answer = reading.read(this.in);
			if (answer.status() == 400 || CLOSED.matcher(answer.head()).find()) {
				close();
			}
			return answer;
		}
		catch (SocketException ex) {
			close();
			return Answer.NONE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Reading {

		Answer read(InputStream in) throws IOException;

	}

	private Answer readToEnd(InputStream in) throws IOException {
		this.socket.shutdownOutput();
		return new Answer("", new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
	}

	private static Answer read(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int end = 0;
		while (end < 4) {
			int c = in.read();
			if (c < 0) {
				break;
			}
			head.write(c);
			end = (c == "\r\n\r\n".charAt(end)) ? end + 1 : ((c == '\r') ? 1 : 0);
		}
		String text = head.toString(StandardCharsets.ISO_8859_1);
		Matcher length = LENGTH.matcher(text);
		byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : readChunks(text, in);
		return new Answer(text, new String(body, StandardCharsets.ISO_8859_1));
	}

	private static byte[] readChunks(String head, InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
			int size = Integer.parseInt(line(in), 16);
			while (size > 0) {
				body.write(in.readNBytes(size));
				line(in);
				size = Integer.parseInt(line(in), 16);
			}
			line(in);
		}
		return body.toByteArray();
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
			line.append((char) c);
		}
		return line.toString().strip();
	}

	@Override
	public void close() {
		try {
			if (this.socket != null) {
				this.socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.socket = null;
		this.in = null;
	}

}
