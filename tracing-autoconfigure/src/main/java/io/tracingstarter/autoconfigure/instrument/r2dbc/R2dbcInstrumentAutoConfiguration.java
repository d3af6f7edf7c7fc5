package io.tracingstarter.autoconfigure.instrument.r2dbc;

import io.micrometer.tracing.Tracer;
import io.r2dbc.proxy.observation.ObservationProxyExecutionListener;
import io.r2dbc.proxy.observation.QueryObservationConvention;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.r2dbc.R2dbcTracingHandler;
import io.tracingstarter.instrument.r2dbc.SanitizedR2dbcConvention;
import io.tracingstarter.sql.SqlSanitizer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Hides the values in what Boot shows of R2DBC.
 */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.r2dbc.enabled", matchIfMissing = true)
@ConditionalOnClass({ ObservationProxyExecutionListener.class, Tracer.class })
@EnableConfigurationProperties(R2dbcInstrumentProperties.class)
public final class R2dbcInstrumentAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(QueryObservationConvention.class)
	SanitizedR2dbcConvention sanitizedR2dbcConvention() {
		return new SanitizedR2dbcConvention(new SqlSanitizer());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(Tracer.class)
	@Order(MicrometerTracingAutoConfiguration.SENDER_TRACING_OBSERVATION_HANDLER_ORDER - 100)
	R2dbcTracingHandler r2dbcTracingHandler(Tracer tracer, R2dbcInstrumentProperties properties) {
		return new R2dbcTracingHandler(tracer, properties.ownTraces());
	}

}
