package io.tracingstarter.export.xray;

import java.util.HexFormat;

/**
 * Writes ids as X-Ray does.
 */
final class XRayIds {

	/** Digits of a trace id that were the time once. */
	static final int TIME = 8;

	/** Any number: it only has to be the same each time. */
	private static final long SERVICE_SEGMENT = 0x5E6D_E27A_9C3B_1F05L;

	private XRayIds() {
	}

	/**
	 * Derives an id from that of a span, so that a document that is sent twice is one.
	 * @param number tells several of one span apart
	 */
	static String derived(String spanId, int number) {
		long derived = Long.parseUnsignedLong(spanId, 16) ^ SERVICE_SEGMENT ^ number;
		return HexFormat.of().toHexDigits((derived != 0) ? derived : number + 1);
	}

}
