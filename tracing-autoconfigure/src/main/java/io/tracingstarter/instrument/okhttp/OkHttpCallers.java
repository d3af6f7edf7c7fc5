package io.tracingstarter.instrument.okhttp;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Remembers for whom a call was made, as an enqueued one runs on a thread that does not
 * know. OkHttp asks for the listener of a call on the thread that makes it.
 */
final class OkHttpCallers implements EventListener.Factory {

	private static final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();

	private final EventListener.Factory listeners;

	private final Map<Call, ContextSnapshot> callers = Collections.synchronizedMap(new WeakHashMap<>());

	OkHttpCallers(EventListener.Factory listeners) {
		this.listeners = listeners;
	}

	@Override
	public EventListener create(Call call) {
		this.callers.put(call, snapshots.captureAll());
		return this.listeners.create(call);
	}

	/**
	 * Makes the caller's ids current on this thread.
	 * @param call the call
	 * @return brings back what was there
	 */
	ContextSnapshot.Scope resume(Call call) {
		ContextSnapshot caller = this.callers.remove(call);
		return (caller != null) ? caller.setThreadLocals() : () -> {
		};
	}

}
