package mysfits.demo;

import java.nio.file.Path;
import java.time.Duration;

import java.util.List;

import mysfits.demo.server.Installation;
import mysfits.demo.server.Ports;
import mysfits.demo.server.Progress;
import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;
import mysfits.demo.server.ServiceOptions;
import mysfits.demo.xray.XRayDaemon;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the running servers of the demo, on free ports. All test classes share
 * them, because their start is most of the time that such a test takes; they are ended
 * after the last.
 */
public final class DemoServers implements ParameterResolver {

	private static final Progress SILENT = new Progress() {

		@Override
		public void waiting(Server server, Duration sinceStart) {
		}

		@Override
		public void ready(Server server, Duration sinceStart) {
		}

	};

	/**
	 * Returns whether the services use what Spring has generated at build time: the
	 * system property {@code demo.aot}.
	 */
	static boolean aheadOfTime() {
		return Boolean.getBoolean("demo.aot");
	}

	private static List<String> xray(XRayDaemon daemon) {
		return aheadOfTime() ? List.of() : List.of("--tracing.exporters.xray.enabled=true",
				"--tracing.exporters.xray.daemon-address=" + daemon.address());
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == RunningServers.class || type == XRayDaemon.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(DemoServers.class));
		XRayDaemon daemon = store.computeIfAbsent(XRayDaemon.class, (key) -> new XRayDaemon(0, (document) -> {
		}), XRayDaemon.class);
		RunningServers servers = store.computeIfAbsent(RunningServers.class, (key) -> start(daemon),
				RunningServers.class);
		return (parameter.getParameter().getType() == XRayDaemon.class) ? daemon : servers;
	}

	private static RunningServers start(XRayDaemon daemon) {
		RunningServers servers = new RunningServers(Installation.fromSystemProperties(), Ports.ephemeral(),
				Path.of("target", "integration-test-logs"));
		// a build that is interrupted must not leave servers behind
		Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
		try {
			servers.start(new ServiceOptions(aheadOfTime(), xray(daemon)), SILENT);
			return servers;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
