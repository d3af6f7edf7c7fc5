package io.tracingstarter.docs;

import java.util.List;
import java.util.UUID;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.instrument.kafka.RecordCorrelation;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The code that the documentation shows. A test compares the two, line by line.
 */
class DocumentedCode {

	private final ObservationRegistry observations;

	private final Importer importer;

	private final RecordCorrelation correlation;

	DocumentedCode(ObservationRegistry observations, Importer importer, RecordCorrelation correlation) {
		this.observations = observations;
		this.importer = importer;
		this.correlation = correlation;
	}

	String currentId() {
		// snippet: current-id
		String id = CorrelationId.current().map(CorrelationId::value).orElse("none");
		// end
		return id;
	}

	void job() {
		// snippet: job
		try (CorrelationScope scope = CorrelationScope.open("import-2026-11-20")) {
			this.importer.run();
		}
		// end
	}

	void message(Message message) {
		// snippet: message
		try (CorrelationScope scope = CorrelationScope.openOrCreate(message.correlationId())) {
			this.importer.run();
		}
		// end
	}

	void batch(List<ConsumerRecord<String, String>> records) {
		// snippet: batch
		for (ConsumerRecord<String, String> record : records) {
			try (CorrelationScope scope = this.correlation.open(record)) {
				this.importer.accept(record.value());
			}
		}
		// end
	}

	// snippet: generator
	@Bean
	CorrelationIdGenerator shopIds() {
		return () -> "shop-" + UUID.randomUUID();
	}
	// end

	RestClient restClient(PropagatingClientHttpRequestInterceptor propagation) {
		// snippet: rest-client
		RestClient client = RestClient.builder().requestInterceptor(propagation).build();
		// end
		return client;
	}

	WebClient webClient(PropagatingExchangeFilterFunction propagation) {
		// snippet: web-client
		WebClient client = WebClient.builder().filter(propagation).build();
		// end
		return client;
	}

	int countMysfits() {
		// snippet: observation
		int count = Observation.createNotStarted("mock-data", this.observations)
			.lowCardinalityKeyValue("mysfits.source", "h2")
			.observe(this.importer::count);
		// end
		return count;
	}

	interface Importer {

		void run();

		int count();

		void accept(String text);

	}

	record Message(String correlationId) {

	}

}
