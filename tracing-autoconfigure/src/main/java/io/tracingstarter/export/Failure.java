package io.tracingstarter.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * What a failed export means for its spans.
 *
 * @param reason why those that were not delivered are lost, if they are
 * @param text the same in words
 * @param retryAfter how long the backend asks to wait; zero where it does not
 * @param rejected spans that the backend refused for good, beside those not sent
 * @param unsent spans that are lost for the reason, or to be tried again
 * @param temporary whether to try again
 */
record Failure(LossReason reason, String text, Duration retryAfter, int rejected, List<SpanData> unsent,
		boolean temporary) {

	/**
	 * Understands what an exporter failed with.
	 * @param thrown the failure; {@code null} where the exporter gave none
	 * @param batch the spans that it was given
	 */
	static Failure of(@Nullable Throwable thrown, List<SpanData> batch) {
		PartialExportException partial = Causes.find(PartialExportException.class, thrown);
		LossReason reason = reason(thrown);
		ExportException answered = Causes.find(ExportException.class, thrown);
		return new Failure(reason, FailureReason.of(thrown),
				(answered != null) ? answered.getRetryAfter() : Duration.ZERO,
				(partial != null) ? Math.min(partial.getRejected(), batch.size()) : 0,
				(partial != null) ? partial.getUnsent() : batch, reason.isTemporary());
	}

	static Failure timedOut(String text, List<SpanData> batch) {
		// not to be tried again: the exporter may still be at it
		return new Failure(LossReason.TIMED_OUT, text, Duration.ZERO, 0, batch, false);
	}

	private static LossReason reason(@Nullable Throwable thrown) {
		ExportException answered = Causes.find(ExportException.class, thrown);
		if (answered != null) {
			return answered.getLossReason();
		}
		if (Causes.find(InterruptedIOException.class, thrown) != null) {
			return LossReason.TIMED_OUT;
		}
		if (Causes.find(IOException.class, thrown) != null) {
			return LossReason.UNREACHABLE;
		}
		return (Causes.find(PartialExportException.class, thrown) != null) ? LossReason.REJECTED : LossReason.FAILED;
	}

}
