package io.tracingstarter.autoconfigure.web.servlet;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.masking.SecretMaskers;
import io.tracingstarter.autoconfigure.web.AccessLogProperties;
import io.tracingstarter.web.jetty.AbandonedRequestHandler;
import io.tracingstarter.web.jetty.ContainerScopeListener;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Puts the ids on what an embedded Jetty logs itself.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ ContextHandler.class, JettyServletWebServerFactory.class })
@EnableConfigurationProperties(AccessLogProperties.class)
public final class JettyAutoConfiguration {

	@Bean
	WebServerFactoryCustomizer<JettyServletWebServerFactory> jettyRequestCustomizer() {
		return (factory) -> factory.addServerCustomizers(JettyAutoConfiguration::follow);
	}

	private static void follow(Server server) {
		ContainerScopeListener listener = new ContainerScopeListener();
		server.getDescendants(ContextHandler.class).forEach((handler) -> handler.addEventListener(listener));
		server.insertHandler(new AbandonedRequestHandler());
	}

	/** Comes after those that switch Jetty's own log on. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<JettyServletWebServerFactory> jettyRequestLogCustomizer(AccessLogProperties properties,
			Environment environment) {
		boolean queries = !SecretMaskers.from(environment).masksQueries();
		return (factory) -> factory.addServerCustomizers(new RequestLogCustomizer(properties.enabled(), queries));
	}

}
