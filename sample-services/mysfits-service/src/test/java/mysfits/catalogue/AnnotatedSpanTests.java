package mysfits.catalogue;

import io.micrometer.observation.annotation.Observed;
import io.micrometer.tracing.annotation.NewSpan;
import io.micrometer.tracing.annotation.SpanTag;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.tracingstarter.autoconfigure.test.AutoConfigureTracingTest;
import io.tracingstarter.test.RecordedTraces;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Annotations that make spans in a service that has nothing but the starter.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@AutoConfigureTracingTest
@Import(AnnotatedSpanTests.Oracle.class)
class AnnotatedSpanTests {

	@Autowired
	private RecordedTraces traces;

	@Autowired
	private Oracle oracle;

	@Test
	void shouldMakeASpanWhenAMethodIsObserved() {
		this.oracle.observed();
		assertThat(this.traces).singleTrace().hasSpan("watch");
	}

	@Test
	void shouldMakeASpanWhenAMethodAsksForANewOne() {
		this.oracle.newSpan("Pipkin");
		assertThat(this.traces).singleTrace().hasSpan("foretell").withTag("mysfit", "Pipkin");
	}

	@Test
	void shouldMakeASpanWhenAMethodIsMarkedTheWayOfOpenTelemetry() {
		this.oracle.withSpan();
		assertThat(this.traces).singleTrace().hasSpan("whisper");
	}

	/**
	 * A bean with each of the annotations.
	 */
	static class Oracle {

		@Observed(name = "oracle.watch", contextualName = "watch")
		public void observed() {
			// the annotation is all that counts
		}

		@NewSpan("foretell")
		public void newSpan(@SpanTag("mysfit") String name) {
			// the annotation is all that counts
		}

		@WithSpan("whisper")
		public void withSpan() {
			// the annotation is all that counts
		}

	}

}
