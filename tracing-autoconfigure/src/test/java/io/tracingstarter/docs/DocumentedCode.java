package io.tracingstarter.docs;

import java.util.List;
import java.util.Map;
import java.net.http.HttpClient;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.spring.aop.XRayEnabled;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.annotation.NewSpan;
import io.micrometer.tracing.annotation.SpanTag;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.tracingstarter.concurrent.ContextTasks;
import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.instrument.apachehttp.ApacheHttpClients;
import io.tracingstarter.instrument.jdkhttp.JdkHttpClients;
import io.tracingstarter.instrument.kafka.RecordCorrelation;
import io.tracingstarter.instrument.okhttp.OkHttpClients;
import io.tracingstarter.sampling.KeepTrace;
import io.tracingstarter.test.RecordedTraces;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code that the documentation shows. A test compares the two, line by line.
 */
class DocumentedCode {

	private final ObservationRegistry observations;

	private final Importer importer;

	private final Tracer tracer;

	private final RecordedTraces traces;

	private final RecordCorrelation correlation;

	DocumentedCode(ObservationRegistry observations, Tracer tracer, Importer importer, RecordedTraces traces,
			RecordCorrelation correlation) {
		this.observations = observations;
		this.tracer = tracer;
		this.importer = importer;
		this.traces = traces;
		this.correlation = correlation;
	}

	String currentId() {
		// snippet: current-id
		String id = CorrelationId.current().map(CorrelationId::value).orElse("none");
		// end
		return id;
	}

	void keep(Answer answer) {
		// snippet: keep
		if (answer.isRefused()) {
			KeepTrace.now("payment refused");
		}
		// end
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

	CompletableFuture<Integer> commonPool() {
		// snippet: common-pool
		CompletableFuture<Integer> count = CompletableFuture
			.supplyAsync(ContextTasks.wrapSupplier(this.importer::count));
		// end
		return count;
	}

	void thread() {
		// snippet: thread
		new Thread(ContextTasks.wrap(this.importer::run)).start();
		// end
	}

	ExecutorService pool() {
		// snippet: pool
		ExecutorService pool = ContextTasks.wrap(Executors.newFixedThreadPool(4));
		// end
		return pool;
	}

	void parallelStream(List<String> orders) {
		// snippet: parallel-stream
		orders.parallelStream().forEach(ContextTasks.wrapConsumer(this.importer::store));
		// end
	}

	// snippet: observed
	@Observed(name = "mysfits.import", contextualName = "import")
	public void importAll() {
		this.importer.run();
	}
	// end

	// snippet: new-span
	@NewSpan("store")
	public void store(@SpanTag("mysfits.name") String name) {
		this.importer.store(name);
	}
	// end

	// snippet: with-span
	@WithSpan("store")
	public void storeOne(@SpanAttribute("mysfits.name") String name) {
		this.importer.store(name);
	}
	// end

	void tracer() {
		// snippet: tracer
		Span span = this.tracer.nextSpan().name("import").start();
		try (Tracer.SpanInScope scope = this.tracer.withSpan(span)) {
			this.importer.run();
		}
		finally {
			span.end();
		}
		// end
	}

	// snippet: xray-sdk
	@XRayEnabled
	static class Orders {

		void place(String item, int count) {
			try (Subsegment reserve = AWSXRay.beginSubsegment("reserve")) {
				reserve.putAnnotation("item", item);
				reserve.putAnnotation("count", count);
				reserve.putMetadata("stock", "reply", Map.of("left", 7));
			}
		}

	}
	// end

	void xrayThread() {
		// snippet: xray-thread
		Entity entity = AWSXRay.getTraceEntity();
		new Thread(() -> entity.run(this.importer::run)).start();
		// end
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

		void store(String name);

		void accept(String text);

	}

	record Message(String correlationId) {

	}

	// snippet: handled-failure
	@ExceptionHandler
	@ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
	ProblemDetail handle(IllegalStateException ex, ServerWebExchange exchange) {
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((observed) -> observed.setError(ex));
		return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
	}
	// end

	interface Answer {

		boolean isRefused();

	}

}
