package io.tracingstarter.autoconfigure.web.servlet;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.web.tomcat.AbandonedRequestValve;
import io.tracingstarter.web.tomcat.AccessLogValve;
import io.tracingstarter.web.tomcat.ContainerLogValve;
import io.tracingstarter.web.tomcat.RequestAttributesValve;
import org.apache.catalina.Valve;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Puts the ids on what an embedded Tomcat logs itself, and ends the spans that it leaves
 * open.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Valve.class, TomcatServletWebServerFactory.class })
public final class TomcatAutoConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerLogCustomizer() {
		return (factory) -> factory.addEngineValves(new ContainerLogValve());
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> abandonedRequestCustomizer() {
		return (factory) -> factory.addEngineValves(new AbandonedRequestValve());
	}

	@Bean
	@ConditionalOnBooleanProperty("server.tomcat.accesslog.enabled")
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerAccessLogCustomizer() {
		return (factory) -> factory.addEngineValves(new RequestAttributesValve());
	}

	@Bean
	@ConditionalOnBooleanProperty("tracing.access-log.enabled")
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> accessLogCustomizer() {
		return (factory) -> factory.addEngineValves(new AccessLogValve());
	}

}
