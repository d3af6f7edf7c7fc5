package io.tracingstarter.docs;

import java.util.UUID;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.test.RecordedTraces;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;

import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code that the documentation shows. A test compares the two, line by line.
 */
class DocumentedCode {

	private final ObservationRegistry observations;

	private final Importer importer;

	private final RecordedTraces traces;

	DocumentedCode(ObservationRegistry observations, Importer importer, RecordedTraces traces) {
		this.observations = observations;
		this.importer = importer;
		this.traces = traces;
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

	void assertions() {
		// snippet: assertions
		assertThat(this.traces).singleTrace()
			.hasNoErrors()
			.hasCorrelationId("order-4711")
			.hasSpan("http get /mysfits")
			.withKind(SpanKind.SERVER)
			.withTag("status", "200");
		// end
	}

	interface Importer {

		void run();

		int count();

	}

	record Message(String correlationId) {

	}

}
