package io.tracingstarter.export.otlp;

import java.util.List;

import io.tracingstarter.export.PartialExportException;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the answer of a collector that accepted a batch how many spans it did not
 * accept. These must not be sent again.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#partial-success">OTLP: partial
 * success</a>
 */
final class PartialSuccess {

	private static final int PARTIAL_SUCCESS = 1;

	private static final int REJECTED_SPANS = 1;

	private static final int ERROR_MESSAGE = 2;

	private PartialSuccess() {
	}

	/**
	 * Reads an {@code ExportTraceServiceResponse}.
	 * @param message the message
	 * @return the failure of some spans, or {@code null} where all were accepted
	 */
	static @Nullable PartialExportException of(byte[] message) {
		ProtobufMessage partial = new ProtobufMessage(message).message(PARTIAL_SUCCESS);
		long rejected = partial.number(REJECTED_SPANS);
		if (rejected <= 0) {
			return null;
		}
		return new PartialExportException(("rejected by the collector " + partial.text(ERROR_MESSAGE)).strip(),
				(int) Math.min(rejected, Integer.MAX_VALUE), List.of(), null);
	}

}
