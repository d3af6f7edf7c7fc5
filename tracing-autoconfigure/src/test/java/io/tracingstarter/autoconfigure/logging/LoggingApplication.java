package io.tracingstarter.autoconfigure.logging;

import java.util.Map;

import io.tracingstarter.autoconfigure.masking.MaskingAutoConfiguration;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that starts, logs one line with ids, and stops.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ LoggingAutoConfiguration.class, MaskingAutoConfiguration.class })
class LoggingApplication {

	static final Map<String, String> IDS = Map.of("traceId", "0af7651916cd43dd8448eb211c80319c", "spanId",
			"b7ad6b7169203331", "correlationId", "c-1");

	static void run(String... arguments) {
		run(application(), arguments);
	}

	static void run(SpringApplication application, String... arguments) {
		ConfigurableApplicationContext context = application.run(arguments);
		try {
			IDS.forEach(MDC::put);
			LoggerFactory.getLogger("com.example.Orders").atInfo().addKeyValue("attempt", 3).log("order\nplaced");
		}
		finally {
			MDC.clear();
			context.close();
		}
	}

	static SpringApplication application() {
		SpringApplication application = new SpringApplication(LoggingApplication.class);
		application.setMainApplicationClass(LoggingApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

	public static void main(String[] arguments) {
		run(arguments);
	}

}
