package io.tracingstarter.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * The servers and kinds of threads that a servlet application may run on. Each has few
 * threads: what one request left behind would show in the next.
 */
public enum ServletServer {

	TOMCAT("tomcat", false), JETTY("jetty", false), TOMCAT_VIRTUAL("tomcat", true), JETTY_VIRTUAL("jetty", true);

	/** Does not ask which server the application has. */
	private static final String MANAGEMENT_ON_TOMCAT = "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration";

	private final String module;

	private final boolean virtual;

	ServletServer(String module, boolean virtual) {
		this.module = module;
		this.virtual = virtual;
	}

	public boolean isJetty() {
		return "jetty".equals(this.module);
	}

	public boolean isVirtual() {
		return this.virtual;
	}

	/**
	 * Starts an application.
	 * @param application its class
	 * @param modules modules of Boot that it uses, as in {@link ClassPath#with}
	 * @param properties names and values
	 * @return the running application
	 */
	public RunningApplication start(Class<?> application, List<String> modules, String... properties) {
		List<String> allModules = new ArrayList<>(modules);
		allModules.add(this.module);
		List<String> allProperties = new ArrayList<>(List.of(properties));
		String classPath = ClassPath.with(allModules.toArray(String[]::new));
		allProperties.add(isJetty() ? classPath + "," + MANAGEMENT_ON_TOMCAT : classPath);
		allProperties.add("spring.threads.virtual.enabled=" + this.virtual);
		allProperties.addAll(List.of("server.tomcat.threads.max=1", "server.tomcat.threads.min-spare=1",
				"server.jetty.threads.acceptors=1", "server.jetty.threads.selectors=1", "server.jetty.threads.min=4",
				"server.jetty.threads.max=4"));
		return RunningApplication.servlet(application, allProperties.toArray(String[]::new));
	}

}
