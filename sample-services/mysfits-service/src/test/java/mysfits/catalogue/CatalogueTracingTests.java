package mysfits.catalogue;

import io.opentelemetry.api.trace.SpanKind;
import io.tracingstarter.autoconfigure.test.AutoConfigureTracingTest;
import io.tracingstarter.test.RecordedTraces;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request for a creature looks like in a trace.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
@AutoConfigureTracingTest
class CatalogueTracingTests {

	@Autowired
	private RecordedTraces traces;

	@LocalServerPort
	private int port;

	@Test
	void shouldShowTheHandMadeSpanBelowTheRequest() {
		RestClient.create("http://127.0.0.1:" + this.port)
			.get()
			.uri("/mysfits/1")
			.header("X-Correlation-ID", "order-4711")
			.retrieve()
			.toBodilessEntity();
		assertThat(this.traces).singleTrace()
			.hasNoErrors()
			.hasCorrelationId("order-4711")
			.hasSpan("mock-data")
			.withParent("http get /mysfits/{id}")
			.and()
			.hasSpan("http get /mysfits/{id}")
			.withKind(SpanKind.SERVER)
			.isRoot();
	}

}
