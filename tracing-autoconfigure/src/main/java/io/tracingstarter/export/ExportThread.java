package io.tracingstarter.export;

/**
 * The thread of one exporter's worker. A type of its own, so that what runs on it can be
 * told from the application: its spans are not exported, or exporting would never end.
 */
public final class ExportThread extends Thread {

	ExportThread(Runnable worker, String exporterName) {
		super(worker, "tracing-export-" + exporterName);
		setDaemon(true);
	}

	/**
	 * Whether the caller runs on the worker of an exporter.
	 * @return {@code true} on an exporter's worker
	 */
	public static boolean isCurrent() {
		return Thread.currentThread() instanceof ExportThread;
	}

}
