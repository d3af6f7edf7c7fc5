package io.tracingstarter.testing;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.port.AmqpPort;

/**
 * A broker that speaks AMQP 0-9-1 in this process, on an ephemeral port.
 */
public final class AmqpBroker implements AutoCloseable {

	private final AtomicReference<SystemConfig<?>> system = new AtomicReference<>();

	private final SystemLauncher launcher = new SystemLauncher(
			new SystemLauncherListener.DefaultSystemLauncherListener() {

				@Override
				public void onContainerResolve(SystemConfig<?> systemConfig) {
					AmqpBroker.this.system.set(systemConfig);
				}

			});

	public AmqpBroker() {
		Prerequisite.require(Runtime.version().feature() < 24,
				"the tests with a RabbitMQ broker, because Qpid asks the JDK for what version 24 has taken away",
				"use JDK 17 or 21");
		URL configuration = AmqpBroker.class.getResource("/amqp-broker.json");
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(SystemConfig.TYPE, "Memory");
		attributes.put(SystemConfig.INITIAL_CONFIGURATION_LOCATION, String.valueOf(configuration));
		attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, "false");
		try {
			this.launcher.startup(attributes);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	public int port() {
		Broker<?> broker = (Broker<?>) this.system.get().getContainer();
		return broker.getPorts()
			.stream()
			.filter(AmqpPort.class::isInstance)
			.map((port) -> ((AmqpPort<?>) port).getBoundPort())
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		this.launcher.shutdown();
	}

}
