package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Looks for Datadog's decimal trace ids only in files that seem to have them, because
 * they cost time.
 */
final class IdMatchers implements FileSearch.Matchers {

	private static final int SAMPLE = 16 * 1024;

	private static final int SAMPLES = 4;

	private static final BytePatterns DATADOG = new BytePatterns(
			List.of(bytes("dd.trace"), bytes("\"dd\":"), bytes("\\\"dd\\\":"), bytes("dd_trace")));

	private final IdPatterns hexadecimal;

	private final IdPatterns all;

	IdMatchers(Set<String> ids) {
		this.hexadecimal = new IdPatterns(ids, false);
		this.all = new IdPatterns(ids, true);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public LineScanner.Matcher of(@Nullable FileChannel channel) throws IOException {
		return (channel == null || isDatadog(channel)) ? this.all : this.hexadecimal;
	}

	private static boolean isDatadog(FileChannel channel) throws IOException {
		long size = channel.size();
		if (size <= SAMPLE * SAMPLES) {
			return true;
		}
		ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
		for (int sample = 0; sample < SAMPLES; sample++) {
			bytes.clear();
			int length = channel.read(bytes, (size - SAMPLE) / (SAMPLES - 1) * sample);
			if (DATADOG.find(bytes.array(), 0, Math.max(0, length)) >= 0) {
				return true;
			}
		}
		return false;
	}

}
