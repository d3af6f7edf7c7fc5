package io.tracingstarter.instrument.okhttp;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import io.opentelemetry.context.Scope;
import io.tracingstarter.concurrent.CapturedContext;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Remembers for whom a call was made, as an enqueued one runs on a thread that does not
 * know. OkHttp asks for the listener of a call on the thread that makes it.
 */
final class OkHttpCallers implements EventListener.Factory {

	private final EventListener.Factory listeners;

	private final Map<Call, CapturedContext> callers = Collections.synchronizedMap(new WeakHashMap<>());

	OkHttpCallers(EventListener.Factory listeners) {
		this.listeners = listeners;
	}

	@Override
	public EventListener create(Call call) {
		CapturedContext caller = CapturedContext.capture();
		if (caller != null) {
			this.callers.put(call, caller);
		}
		return this.listeners.create(call);
	}

	/**
	 * Makes the caller's ids current on this thread.
	 * @param call the call
	 * @return brings back what was there
	 */
	Scope resume(Call call) {
		CapturedContext caller = this.callers.remove(call);
		return (caller != null) ? caller.open() : Scope.noop();
	}

}
