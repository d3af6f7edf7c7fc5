package io.tracingstarter.docs;

import java.net.http.HttpClient;
import java.util.UUID;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.instrument.apachehttp.ApacheHttpClients;
import io.tracingstarter.instrument.jdkhttp.JdkHttpClients;
import io.tracingstarter.instrument.okhttp.OkHttpClients;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The code that the documentation shows. A test compares the two, line by line.
 */
class DocumentedCode {

	private final ObservationRegistry observations;

	private final Importer importer;

	DocumentedCode(ObservationRegistry observations, Importer importer) {
		this.observations = observations;
		this.importer = importer;
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

	HttpClient jdkClient(JdkHttpClients jdkHttpClients) {
		// snippet: jdk-client
		HttpClient client = jdkHttpClients.observe(HttpClient.newHttpClient());
		// end
		return client;
	}

	OkHttpClient okHttpClient(OkHttpClients okHttpClients) {
		// snippet: ok-client
		OkHttpClient client = okHttpClients.observe(new OkHttpClient());
		// end
		return client;
	}

	CloseableHttpClient apacheClient(ApacheHttpClients apacheHttpClients) {
		// snippet: apache-client
		CloseableHttpClient client = apacheHttpClients.observe(HttpClients.createDefault());
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

	}

	record Message(String correlationId) {

	}

}
