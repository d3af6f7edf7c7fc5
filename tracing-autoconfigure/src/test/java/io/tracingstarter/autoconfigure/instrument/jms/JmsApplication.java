package io.tracingstarter.autoconfigure.instrument.jms;

import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

import io.tracingstarter.testing.Inbox;
import io.tracingstarter.testing.SpanRecorder;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A servlet application that sends messages to itself.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class JmsApplication {

	private final JmsTemplate jms;

	private final Inbox inbox;

	JmsApplication(JmsTemplate jms, Inbox inbox) {
		this.jms = jms;
		this.inbox = inbox;
	}

	@Bean
	static SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	static Inbox inbox() {
		return new Inbox();
	}

	@Bean
	static ConnectionFactory connectionFactory() {
		return new ActiveMQConnectionFactory("vm://0");
	}

	@GetMapping("/send")
	void send(@RequestParam(defaultValue = "one") String text) {
		this.jms.convertAndSend("orders", text);
	}

	@JmsListener(destination = "orders")
	void order(TextMessage message) throws JMSException {
		Map<String, String> headers = new HashMap<>();
		Enumeration<?> names = message.getPropertyNames();
		while (names.hasMoreElements()) {
			String name = names.nextElement().toString();
			headers.put(name, message.getStringProperty(name));
		}
		if (message.getJMSCorrelationID() != null) {
			headers.put("JMSCorrelationID", message.getJMSCorrelationID());
		}
		this.inbox.add(message.getText(), headers);
		if (message.getText().equals("bad")) {
			throw new IllegalStateException("bad order");
		}
	}

}
