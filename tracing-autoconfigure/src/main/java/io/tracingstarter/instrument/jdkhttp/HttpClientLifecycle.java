package io.tracingstarter.instrument.jdkhttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The methods that {@link HttpClient} has had since Java 21, for code that is compiled
 * for 17.
 */
final class HttpClientLifecycle {

	static final Set<String> METHODS = Set.of("awaitTermination", "close", "isTerminated", "shutdown", "shutdownNow");

	private static final @Nullable MethodHandle SHUTDOWN = find("shutdown", void.class);

	private static final @Nullable MethodHandle SHUTDOWN_NOW = find("shutdownNow", void.class);

	private static final @Nullable MethodHandle AWAIT = find("awaitTermination", boolean.class, Duration.class);

	private static final @Nullable MethodHandle IS_TERMINATED = find("isTerminated", boolean.class);

	private static final @Nullable MethodHandle CLOSE = find("close", void.class);

	private HttpClientLifecycle() {
	}

	private static @Nullable MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(HttpClient.class, name, MethodType.methodType(result, parameters));
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

	static void shutdown(HttpClient client) {
		call(SHUTDOWN, client);
	}

	static void shutdownNow(HttpClient client) {
		call(SHUTDOWN_NOW, client);
	}

	static boolean awaitTermination(HttpClient client, Duration duration) {
		return !Boolean.FALSE.equals(call(AWAIT, client, duration));
	}

	static boolean isTerminated(HttpClient client) {
		return Boolean.TRUE.equals(call(IS_TERMINATED, client));
	}

	static void close(HttpClient client) {
		call(CLOSE, client);
	}

	private static @Nullable Object call(@Nullable MethodHandle method, Object... arguments) {
		if (method == null) {
			return null;
		}
		try {
			return method.invokeWithArguments(arguments);
		}
		catch (Throwable ex) {
			return HttpClientLifecycle.<RuntimeException>rethrow(ex);
		}
	}

	/** An interrupt while waiting stays what it is. */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> @Nullable Object rethrow(Throwable ex) throws E {
		throw (E) ex;
	}

}
