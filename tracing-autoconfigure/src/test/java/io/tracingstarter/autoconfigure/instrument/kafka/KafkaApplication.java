package io.tracingstarter.autoconfigure.instrument.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.correlation.CorrelationIdRejectionListener;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.instrument.kafka.RecordCorrelation;
import io.tracingstarter.testing.Inbox;
import io.tracingstarter.testing.SpanRecorder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A servlet application that sends records to itself.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class KafkaApplication {

	private final KafkaTemplate<String, String> kafka;

	private final ObjectProvider<RecordCorrelation> correlation;

	private final Inbox inbox;

	KafkaApplication(KafkaTemplate<String, String> kafka, ObjectProvider<RecordCorrelation> correlation, Inbox inbox) {
		this.kafka = kafka;
		this.correlation = correlation;
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
	static CommonErrorHandler errorHandler() {
		return new DefaultErrorHandler(new FixedBackOff(0, 1));
	}

	@Bean
	static CorrelationIdRejectionListener rejections(Inbox inbox) {
		return (rejection) -> inbox.add(rejection.name(), Map.of());
	}

	@GetMapping("/send")
	void send(@RequestParam String topic, @RequestParam String text) {
		this.kafka.send(topic, text).join();
	}

	@KafkaListener(topics = "${orders-topic}", groupId = "${group}")
	void order(ConsumerRecord<String, String> record) {
		this.inbox.add(record.value(), headers(record));
		if (record.value().equals("bad")) {
			throw new IllegalStateException("bad record");
		}
	}

	@KafkaListener(id = "batch", topics = "${batch-topic}", groupId = "${group}-batch", batch = "true",
			autoStartup = "false")
	void batch(List<ConsumerRecord<String, String>> records) {
		this.inbox.add("batch of " + records.size(), Map.of());
		RecordCorrelation correlation = this.correlation.getIfAvailable();
		for (ConsumerRecord<String, String> record : (correlation != null) ? records
				: List.<ConsumerRecord<String, String>>of()) {
			try (CorrelationScope scope = correlation.open(record)) {
				this.inbox.add(record.value(), headers(record));
			}
		}
		if (records.stream().anyMatch((record) -> record.value().equals("bad"))) {
			throw new IllegalStateException("bad record");
		}
	}

	private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
		Map<String, String> headers = new HashMap<>();
		record.headers()
			.forEach(
					(header) -> headers.merge(header.key(), new String(header.value()), (one, two) -> one + "," + two));
		return headers;
	}

}
