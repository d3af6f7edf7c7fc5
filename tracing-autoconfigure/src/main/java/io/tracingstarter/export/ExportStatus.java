package io.tracingstarter.export;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How one exporter gets on with its backend.
 *
 * @param circuit whether it sends
 * @param lastSuccess when the backend last accepted a batch; {@code null} for never
 * @param lastFailure when an export last failed; {@code null} for never
 * @param lastFailureReason why, in one line of words without secrets; {@code null} for
 * never
 */
public record ExportStatus(CircuitState circuit, @Nullable Instant lastSuccess, @Nullable Instant lastFailure,
		@Nullable String lastFailureReason) {

}
