package io.tracingstarter.soak;

import java.util.concurrent.ExecutorService;

import io.micrometer.observation.ObservationRegistry;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;

/**
 * Threads that are looked at, wherever a request may run: the server's, those of
 * asynchronous work, and those of Reactor.
 */
@Configuration(proxyBeanMethods = false)
@EnableAsync
class SoakConfiguration {

	private static final int THREADS = 4;

	@Bean
	static ThreadProbe threadProbe() {
		return new ThreadProbe();
	}

	@Bean
	SoakWork soakWork(ThreadProbe probe, ObservationRegistry observations) {
		probe.observations(observations);
		return new SoakWork();
	}

	@Bean
	TomcatProtocolHandlerCustomizer<?> probedTomcat(ThreadProbe probe) {
		return (handler) -> handler.setExecutor(new ProbedPool("tomcat", THREADS, probe));
	}

	@Bean
	WebServerFactoryCustomizer<JettyServletWebServerFactory> probedJetty(ThreadProbe probe) {
		return (factory) -> factory.setThreadPool(new ProbedPool.OfJetty(4 * THREADS, probe));
	}

	/** Called on the event loop when it has read a request, before anyone sees that. */
	@Bean
	NettyServerCustomizer probedNetty(ThreadProbe probe) {
		return (server) -> server
			.doOnConnection((connection) -> connection.channel().pipeline().addFirst(new ProbeHandler(probe)));
	}

	@Bean
	AsyncTaskExecutor applicationTaskExecutor(ThreadProbe probe) {
		return new ConcurrentTaskExecutor(new ProbedPool("tasks", THREADS, probe));
	}

	@Bean
	ExecutorService ownPool(ThreadProbe probe) {
		return new ProbedPool("own", THREADS, probe);
	}

	@Bean(destroyMethod = "dispose")
	Scheduler ownScheduler(ThreadProbe probe) {
		return Schedulers.fromExecutorService(new ProbedPool("reactor", THREADS, probe));
	}

}
