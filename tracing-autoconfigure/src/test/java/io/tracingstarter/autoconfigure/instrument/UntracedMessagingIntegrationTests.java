package io.tracingstarter.autoconfigure.instrument;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import io.tracingstarter.testing.AmqpBroker;
import io.tracingstarter.testing.ChildProcess;
import io.tracingstarter.testing.ClassPath;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that messages carry correlation ids in a service whose class path holds no
 * tracing SDK.
 */
class UntracedMessagingIntegrationTests {

	private static final Pattern SDK = Pattern.compile(
			"(opentelemetry-(sdk|exporter|extension)|micrometer-tracing|spring-boot-(micrometer-tracing|opentelemetry)).*");

	@Test
	void shouldTakeIdFromRequestToListenerAndGiveOneWhereNoneCame() throws Exception {
		EmbeddedKafkaBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
		kafka.afterPropertiesSet();
		try (AmqpBroker rabbit = new AmqpBroker();
				ChildProcess service = ChildProcess.start(Application.class, (jar) -> SDK.matcher(jar).matches(),
						"--" + ClassPath.with("kafka", "amqp", "jms"),
						"--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
						"--spring.kafka.consumer.auto-offset-reset=earliest", "--spring.rabbitmq.host=127.0.0.1",
						"--spring.rabbitmq.port=" + rabbit.port(), "--server.address=127.0.0.1", "--server.port=0")) {
			String port = service.await(Pattern.compile("started on port (\\d+)")).group(1);
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/send"))
					.header("X-Correlation-ID", "order-4711")
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(service::output).isEqualTo(200);
			for (String library : new String[] { "kafka", "amqp", "jms" }) {
				service.await(Pattern
					.compile("\"message\":\"" + library + " brought order-4711\".*\"correlationId\":\"order-4711\""));
				service.await(Pattern
					.compile("\"message\":\"" + library + " brought null\".*\"correlationId\":\"[0-9a-f]{32}\""));
			}
		}
		finally {
			kafka.destroy();
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private final KafkaTemplate<String, String> kafka;

		private final RabbitTemplate rabbit;

		private final JmsTemplate jms;

		Application(KafkaTemplate<String, String> kafka, RabbitTemplate rabbit, JmsTemplate jms) {
			this.kafka = kafka;
			this.rabbit = rabbit;
			this.jms = jms;
		}

		public static void main(String[] args) throws Exception {
			new EmbeddedActiveMQ()
				.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false)
					.setSecurityEnabled(false)
					.addAcceptorConfiguration("in-vm", "vm://0"))
				.start();
			SpringApplication.run(Application.class, args).getBean(Application.class).send();
		}

		@Bean
		static ConnectionFactory connectionFactory() {
			return new ActiveMQConnectionFactory("vm://0");
		}

		@Bean
		static Queue queue() {
			return new Queue("untraced");
		}

		@GetMapping("/send")
		void send() {
			this.kafka.send("untraced", "one").join();
			this.rabbit.convertAndSend("untraced", "one");
			this.jms.convertAndSend("untraced", "one");
		}

		@KafkaListener(topics = "untraced", groupId = "untraced")
		void kafka(ConsumerRecord<String, String> record) {
			Header header = record.headers().lastHeader("X-Correlation-ID");
			received("kafka", (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : null);
		}

		@RabbitListener(queues = "untraced")
		void amqp(Message message) {
			Map<String, Object> headers = message.getMessageProperties().getHeaders();
			received("amqp", headers.get("X-Correlation-ID"));
		}

		@JmsListener(destination = "untraced")
		void jms(TextMessage message) throws JMSException {
			received("jms", message.getStringProperty("X_Correlation_ID"));
		}

		private static void received(String library, Object id) {
			LoggerFactory.getLogger(Application.class).info("{} brought {}", library, id);
		}

	}

}
