package io.tracingstarter.instrument.awssdk;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * Tells the interceptors which application they work for.
 * <p>
 * The SDK makes an interceptor for each client it builds and knows of no application, of
 * which a JVM may run several. A client that an application announces belongs to it; any
 * other to the one whose observation is current where the call is made.
 */
public final class AwsSdkObservations implements AutoCloseable {

	private static final Set<AwsSdkObservations> applications = new CopyOnWriteArraySet<>();

	private final Supplier<@Nullable ObservationRegistry> source;

	private volatile @Nullable ObservationRegistry registry;

	/**
	 * Makes the calls of an application visible, until it is closed.
	 * @param registry asked when a call is made
	 */
	public AwsSdkObservations(Supplier<@Nullable ObservationRegistry> registry) {
		this.source = registry;
		applications.add(this);
	}

	/**
	 * Says that a client belongs to this application.
	 * @param client any client of the SDK
	 */
	public void adopt(SdkClient client) {
		client.serviceClientConfiguration()
			.overrideConfiguration()
			.executionInterceptors()
			.stream()
			.filter(ObservingExecutionInterceptor.class::isInstance)
			.map(ObservingExecutionInterceptor.class::cast)
			.forEach((interceptor) -> interceptor.workFor(this));
	}

	@Nullable ObservationRegistry registry() {
		ObservationRegistry known = this.registry;
		if (known == null) {
			known = this.source.get();
			this.registry = known;
		}
		return known;
	}

	/**
	 * The registry of the application that runs on this thread.
	 * @return its registry; {@code null} where nothing is observed, or by an application
	 * that does not want its AWS calls to be
	 */
	static @Nullable ObservationRegistry ofCurrentThread() {
		for (AwsSdkObservations application : applications) {
			ObservationRegistry registry = application.registry();
			Observation current = (registry != null) ? registry.getCurrentObservation() : null;
			if (current != null && current.getObservationRegistry() == registry) {
				return registry;
			}
		}
		return null;
	}

	@Override
	public void close() {
		applications.remove(this);
	}

}
