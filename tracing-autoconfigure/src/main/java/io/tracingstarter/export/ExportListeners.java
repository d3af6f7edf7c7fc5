package io.tracingstarter.export;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * Tells the listeners of one exporter, each so that its faults reach neither the others
 * nor the worker.
 */
final class ExportListeners {

	private final ExportTarget target;

	private final List<ExportListener> listeners = new CopyOnWriteArrayList<>();

	ExportListeners(ExportTarget target) {
		this.target = target;
	}

	void add(ExportListener listener) {
		this.listeners.add(listener);
	}

	void exported(int spans, long durationNanos, @Nullable Failure failure) {
		for (ExportListener listener : this.listeners) {
			try {
				listener.onExport(this.target, spans, durationNanos, (failure != null) ? failure.reason() : null);
			}
			catch (Throwable ex) {
				// as documented
			}
		}
	}

}
