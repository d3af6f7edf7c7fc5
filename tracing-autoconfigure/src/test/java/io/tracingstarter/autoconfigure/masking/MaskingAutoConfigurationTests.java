package io.tracingstarter.autoconfigure.masking;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.masking.MaskingSpanProcessor;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MaskingAutoConfiguration}.
 */
class MaskingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MaskingAutoConfiguration.class));

	private final SpanProcessors processors = SpanProcessors.of(new SpanRecorder(), new SpanRecorder());

	@Test
	void shouldMaskBeforeAllProcessorsWhoeverGatheredThem() {
		this.runner.withBean(SpanProcessors.class, () -> this.processors)
			.run((context) -> assertThat(context.getBean(SpanProcessors.class)).singleElement()
				.isInstanceOf(MaskingSpanProcessor.class));
	}

	@Test
	void shouldLeaveProcessorsAloneWhenThereAreNone() {
		SpanProcessors none = SpanProcessors.of(new SpanProcessor[0]);
		this.runner.withBean(SpanProcessors.class, () -> none)
			.run((context) -> assertThat(context.getBean(SpanProcessors.class)).isSameAs(none));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.masking.enabled=false", "tracing.enabled=false" })
	void shouldLeaveProcessorsAloneWhenSwitchedOff(String property) {
		this.runner.withPropertyValues(property)
			.withBean(SpanProcessors.class, () -> this.processors)
			.run((context) -> assertThat(context.getBean(SpanProcessors.class)).isSameAs(this.processors));
	}

	@Test
	void shouldStartWhenThereIsNoTracingSdk() {
		this.runner.withClassLoader(new FilteredClassLoader(SpanProcessor.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("maskingSpanProcessorsBeanPostProcessor"));
	}

	@Test
	void shouldMaskAsPropertiesSay() {
		this.runner
			.withPropertyValues("tracing.masking.fields=ssn", "tracing.masking.patterns=IBAN \\w+",
					"tracing.masking.url-queries=false")
			.run((context) -> assertThat(
					SecretMaskers.from(context.getEnvironment()).mask("ssn=1 IBAN DE1 /a?b=c&token=d"))
				.isEqualTo("ssn=**** **** /a?b=c&token=****"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a*", "b|" })
	void shouldFailWhenPatternMatchesTheEmptyText(String pattern) {
		this.runner.withPropertyValues("tracing.masking.patterns[0]=" + pattern)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidTracingPropertyException.class)
				.hasMessageContaining("patterns[0]': it matches the empty text"));
	}

	@Test
	void shouldFailWithIndexWhenPatternIsWrong() {
		this.runner.withPropertyValues("tracing.masking.patterns[0]=a+", "tracing.masking.patterns[1]=(b")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(InvalidTracingPropertyException.class)
				.rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo("tracing.masking.patterns[1]");
					assertThat(ex.getValue()).isEqualTo("(b");
					assertThat(ex).hasMessageContaining("Unclosed group");
				}));
	}

}
