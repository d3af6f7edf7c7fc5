package io.tracingstarter.autoconfigure.instrument.r2dbc;

import io.micrometer.tracing.Tracer;
import io.r2dbc.proxy.observation.ObservationProxyExecutionListener;
import io.r2dbc.proxy.observation.QueryObservationConvention;
import io.tracingstarter.instrument.r2dbc.R2dbcTracingHandler;
import io.tracingstarter.instrument.r2dbc.SanitizedR2dbcConvention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcInstrumentAutoConfiguration}.
 */
class R2dbcInstrumentAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(R2dbcInstrumentAutoConfiguration.class))
		.withBean(Tracer.class, () -> Tracer.NOOP);

	@Test
	void shouldHideValuesWhenNothingIsSaid() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(SanitizedR2dbcConvention.class)
			.hasSingleBean(R2dbcTracingHandler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracing.enabled=false", "tracing.instrument.r2dbc.enabled=false" })
	void shouldBackOffWhenSwitchedOff(String off) {
		this.runner.withPropertyValues(off)
			.run((context) -> assertThat(context).doesNotHaveBean(SanitizedR2dbcConvention.class)
				.doesNotHaveBean(R2dbcTracingHandler.class));
	}

	@Test
	void shouldBackOffWhenClassIsAbsent() {
		this.runner.withClassLoader(new FilteredClassLoader(ObservationProxyExecutionListener.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(R2dbcTracingHandler.class));
	}

	@Test
	void shouldLetConventionOfApplicationWin() {
		QueryObservationConvention own = new QueryObservationConvention() {
		};
		this.runner.withBean(QueryObservationConvention.class, () -> own)
			.run((context) -> assertThat(context).getBean(QueryObservationConvention.class).isSameAs(own));
	}

}
