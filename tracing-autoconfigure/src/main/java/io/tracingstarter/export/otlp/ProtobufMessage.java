package io.tracingstarter.export.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The few fields that are read of an answer, without a library for protobuf. Of a field
 * that comes several times the last counts. What is no protobuf message has no fields.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers:
 * encoding</a>
 */
final class ProtobufMessage {

	private final byte[] bytes;

	private final Map<Integer, Long> numbers = new HashMap<>();

	private final Map<Integer, byte[]> parts = new HashMap<>();

	private int position;

	ProtobufMessage(byte[] bytes) {
		this.bytes = bytes;
		try {
			while (this.position < bytes.length) {
				readField();
			}
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException ex) {
			this.numbers.clear();
			this.parts.clear();
		}
	}

	private void readField() {
		long key = readVarint();
		int field = (int) (key >>> 3);
		switch ((int) (key & 7)) {
			case 0 -> this.numbers.put(field, readVarint());
			case 1 -> skip(8);
			case 2 -> this.parts.put(field, readPart(readVarint()));
			case 5 -> skip(4);
			default -> throw new IllegalArgumentException();
		}
	}

	private long readVarint() {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			byte next = this.bytes[this.position++];
			value |= (long) (next & 0x7f) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException();
	}

	private byte[] readPart(long length) {
		int start = this.position;
		skip(length);
		return Arrays.copyOfRange(this.bytes, start, this.position);
	}

	private void skip(long length) {
		if (length < 0 || length > this.bytes.length - this.position) {
			throw new IllegalArgumentException();
		}
		this.position += (int) length;
	}

	long number(int field) {
		return this.numbers.getOrDefault(field, 0L);
	}

	boolean has(int field) {
		return this.parts.containsKey(field);
	}

	ProtobufMessage message(int field) {
		return new ProtobufMessage(this.parts.getOrDefault(field, new byte[0]));
	}

	String text(int field) {
		return new String(this.parts.getOrDefault(field, new byte[0]), StandardCharsets.UTF_8);
	}

}
