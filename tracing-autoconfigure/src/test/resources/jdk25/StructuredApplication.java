import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

import io.tracingstarter.concurrent.ContextTasks;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forks structured tasks, which are a preview of JDK 25 and compile there only.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class StructuredApplication {

	public static void main(String[] args) {
		SpringApplication.run(StructuredApplication.class, args);
	}

	@GetMapping("/wrapped")
	String wrapped() throws InterruptedException {
		try (var scope = StructuredTaskScope.open()) {
			Subtask<String> price = scope.fork(ContextTasks.wrap(this::price));
			scope.join();
			return price.get();
		}
	}

	@GetMapping("/bare")
	String bare() throws InterruptedException {
		try (var scope = StructuredTaskScope.open()) {
			Subtask<String> price = scope.fork(this::price);
			scope.join();
			return price.get();
		}
	}

	private String price() {
		LoggerFactory.getLogger(StructuredApplication.class).info("priced");
		return MDC.get("correlationId") + " " + MDC.get("traceId") + " " + Thread.currentThread().isVirtual();
	}

}
