package io.tracingstarter.export;

import org.jspecify.annotations.Nullable;

/**
 * Is told of each export, for example to measure how long it took.
 */
@FunctionalInterface
public interface ExportListener {

	/**
	 * Called after each try, on the exporter's worker, which waits for it. What it throws
	 * is ignored.
	 * @param target the exporter
	 * @param spans spans in the batch
	 * @param durationNanos how long the try took
	 * @param failure why it failed; {@code null} where the backend accepted the batch
	 */
	void onExport(ExportTarget target, int spans, long durationNanos, @Nullable LossReason failure);

}
