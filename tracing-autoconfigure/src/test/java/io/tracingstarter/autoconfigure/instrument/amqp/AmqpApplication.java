package io.tracingstarter.autoconfigure.instrument.amqp;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.tracingstarter.correlation.CorrelationIdRejection;
import io.tracingstarter.correlation.CorrelationIdRejectionListener;
import io.tracingstarter.testing.Inbox;
import io.tracingstarter.testing.SpanRecorder;

import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A servlet application that sends messages to itself.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class AmqpApplication {

	private final RabbitTemplate rabbit;

	private final Inbox inbox;

	AmqpApplication(RabbitTemplate rabbit, Inbox inbox) {
		this.rabbit = rabbit;
		// RabbitMQ's own way to reply is not in the protocol
		this.rabbit.setUseTemporaryReplyQueues(true);
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
	static CorrelationIdRejectionListener rejections(Inbox inbox) {
		return (CorrelationIdRejection rejection) -> inbox.add(rejection.name(), Map.of());
	}

	@Bean
	static Queue orders(@Value("${queues}") String queues) {
		return new Queue(queues + "orders");
	}

	@Bean
	static Queue batches(@Value("${queues}") String queues) {
		return new Queue(queues + "batches");
	}

	@Bean
	static Queue questions(@Value("${queues}") String queues) {
		return new Queue(queues + "questions");
	}

	@Bean
	static Queue repliesQueue(@Value("${queues}") String queues) {
		return new Queue(queues + "replies");
	}

	/** As an application makes it that wants something that Boot has no property for. */
	@Bean
	static SimpleRabbitListenerContainerFactory batchFactory(ConnectionFactory connectionFactory) {
		SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
		factory.setConnectionFactory(connectionFactory);
		factory.setConsumerBatchEnabled(true);
		factory.setBatchListener(true);
		factory.setBatchSize(3);
		factory.setReceiveTimeout(1000L);
		return factory;
	}

	/** The application's own, beside ours. */
	@Bean
	static BeanPostProcessor replies() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String beanName) {
				if (bean instanceof SimpleRabbitListenerContainerFactory factory) {
					factory.setBeforeSendReplyPostProcessors((reply) -> {
						reply.getMessageProperties().setHeader("added-by", "the application");
						return reply;
					});
				}
				return bean;
			}

		};
	}

	@GetMapping("/send")
	void send(@RequestParam String queue, @RequestParam String text) {
		this.rabbit.convertAndSend(queue, text);
	}

	@GetMapping("/ask")
	String ask(@RequestParam String queue) {
		return String.valueOf(this.rabbit.convertSendAndReceive(queue, "why"));
	}

	@RabbitListener(queues = "${queues}orders")
	void order(Message message) {
		receive(message);
		if (text(message).equals("bad")) {
			throw new AmqpRejectAndDontRequeueException("bad order");
		}
	}

	@RabbitListener(id = "batch", queues = "${queues}batches", containerFactory = "batchFactory", autoStartup = "false")
	void batch(List<Message> messages) {
		this.inbox.add("batch of " + messages.size(), Map.of());
		if (messages.stream().anyMatch((message) -> text(message).equals("bad"))) {
			throw new AmqpRejectAndDontRequeueException("bad batch");
		}
	}

	@RabbitListener(queues = "${queues}questions")
	@SendTo("${queues}replies")
	String question(Message message) {
		receive(message);
		return "because";
	}

	@RabbitListener(queues = "${queues}replies")
	void reply(Message message) {
		receive(message);
	}

	private void receive(Message message) {
		Map<String, String> headers = message.getMessageProperties()
			.getHeaders()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (header) -> String.valueOf(header.getValue())));
		this.inbox.add(text(message), headers);
	}

	private static String text(Message message) {
		return new String(message.getBody());
	}

}
