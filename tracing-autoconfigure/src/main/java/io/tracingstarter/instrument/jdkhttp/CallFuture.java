package io.tracingstarter.instrument.jdkhttp;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.opentelemetry.context.Scope;
import io.tracingstarter.concurrent.CapturedContext;
import io.tracingstarter.web.client.ClientCall;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call. What was chained to it runs with the ids of the caller, though on
 * a thread of the client.
 *
 * @param <T> type of the body
 */
final class CallFuture<T> extends CompletableFuture<HttpResponse<T>> {

	private final @Nullable CapturedContext caller = CapturedContext.capture();

	private @Nullable CompletableFuture<HttpResponse<T>> call;

	static <T> CompletableFuture<HttpResponse<T>> of(ClientCall call, CompletableFuture<HttpResponse<T>> future) {
		CallFuture<T> result = new CallFuture<>();
		result.call = future;
		future.whenComplete((response, failure) -> {
			if (response != null) {
				call.answered(response.statusCode());
			}
			else {
				call.failed((failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
						: failure);
			}
			try (Scope scope = (result.caller != null) ? result.caller.open() : Scope.noop()) {
				result.complete(response, failure);
			}
		});
		return result;
	}

	private void complete(@Nullable HttpResponse<T> response, @Nullable Throwable failure) {
		if (failure != null) {
			completeExceptionally(failure);
		}
		else {
			complete(response);
		}
	}

	/** The JDK's own future ends the exchange when it is cancelled. */
	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		CompletableFuture<HttpResponse<T>> call = this.call;
		if (cancelled && call != null) {
			call.cancel(mayInterruptIfRunning);
		}
		return cancelled;
	}

}
