package io.tracingstarter.testing;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Rows of a matrix that each servlet server has to pass. A test class has a nested class
 * for each server, which inherits the rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServletServerRows {

	private static final int VIRTUAL_THREADS_SINCE = 21;

	private final ServletServer server;

	private final Class<?> applicationClass;

	private final List<String> properties;

	private RunningApplication application;

	protected ServletServerRows(ServletServer server, Class<?> applicationClass, String... properties) {
		this.server = server;
		this.applicationClass = applicationClass;
		this.properties = List.of(properties);
	}

	@BeforeAll
	void start() {
		Prerequisite.require(!this.server.isVirtual() || Runtime.version().feature() >= VIRTUAL_THREADS_SINCE,
				"servers that serve on virtual threads, which need JDK 21", "build on JDK 25");
		this.application = this.server.start(this.applicationClass, modules(), this.properties.toArray(String[]::new));
	}

	@AfterAll
	void stop() {
		if (this.application != null) {
			this.application.close();
		}
	}

	/**
	 * The modules of Boot that the application uses, as in {@link ClassPath#with}.
	 * @return their names
	 */
	protected List<String> modules() {
		return List.of();
	}

	protected final ServletServer server() {
		return this.server;
	}

	protected final RunningApplication application() {
		return this.application;
	}

}
