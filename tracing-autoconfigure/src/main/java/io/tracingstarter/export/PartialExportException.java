package io.tracingstarter.export;

import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * An export of which a part was delivered: some spans were refused for good, and others
 * were not sent.
 */
public final class PartialExportException extends Exception {

	private final int rejected;

	private final transient List<SpanData> unsent;

	/**
	 * Creates the exception.
	 * @param reason what happened, in words; never a secret
	 * @param rejected spans that were refused for good, 0 or more
	 * @param unsent spans that were not sent, because of the cause; they are tried again
	 * where the cause is temporary
	 * @param cause why they were not sent
	 */
	public PartialExportException(String reason, int rejected, List<SpanData> unsent, @Nullable Throwable cause) {
		super(reason, cause);
		this.rejected = rejected;
		this.unsent = unsent;
	}

	public int getRejected() {
		return this.rejected;
	}

	public List<SpanData> getUnsent() {
		return this.unsent;
	}

}
