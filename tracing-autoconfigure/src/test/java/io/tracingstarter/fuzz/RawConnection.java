package io.tracingstarter.fuzz;

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
 * Sends bytes to an HTTP server that no client would send, and reads the answer. One
 * connection for as long as the server keeps it.
 */
final class RawConnection implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

	private static final int PATIENCE_MILLIS = 60_000;

	private final int port;

	private @Nullable Socket socket;

	private @Nullable InputStream in;

	RawConnection(int port) {
		this.port = port;
	}

	/**
	 * An answer.
	 *
	 * @param head status line and headers
	 * @param body the body; where the request was none, all that came
	 */
	record Answer(String head, String body) {

		int status() {
			return (this.head.length() > 12) ? Integer.parseInt(this.head.substring(9, 12)) : 0;
		}

	}

	Answer exchange(HostileRequest request) {
		boolean whole = request.headers().stream().allMatch((header) -> staysOneLine(header.value()));
		try {
			Answer answer = whole ? ask(text(request, "keep-alive"), true) : ask(text(request, "close"), false);
			if (!whole || answer.status() != 200) {
				close();
			}
			return answer;
		}
		catch (SocketException ex) {
			// refused before all of it was read; who refuses everything answers too few
			close();
			return new Answer("", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean staysOneLine(String value) {
		return value.indexOf('\r') < 0 && value.indexOf('\n') < 0;
	}

	private static byte[] text(HostileRequest request, String connection) {
		StringBuilder text = new StringBuilder("GET /onward HTTP/1.1\r\nHost: localhost\r\nConnection: ")
			.append(connection)
			.append("\r\n");
		request.headers()
			.forEach((header) -> text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
		return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private Answer ask(byte[] request, boolean one) throws IOException {
		if (!one) {
			close();
		}
		if (this.socket == null || this.in == null) {
			this.socket = new Socket("127.0.0.1", this.port);
			this.socket.setSoTimeout(PATIENCE_MILLIS);
			this.in = new BufferedInputStream(this.socket.getInputStream());
		}
		this.socket.getOutputStream().write(request);
		return one ? read(this.in) : readToEnd(this.socket, this.in);
	}

	/** The value has become several lines, perhaps several requests. */
	private static Answer readToEnd(Socket socket, InputStream in) throws IOException {
		socket.shutdownOutput();
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
