package io.tracingstarter.autoconfigure.instrument.jdbc;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown of JDBC. All else is in the properties of datasource-micrometer, jdbc.*.
 *
 * @param enabled Whether queries through JDBC leave spans.
 * @param poolWaitThreshold How long a wait for a connection must be to leave a span.
 * @param ownTraces Whether a query outside of any trace starts one of its own.
 */
@ConfigurationProperties("tracing.instrument.jdbc")
public record JdbcInstrumentProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("10ms") Duration poolWaitThreshold, @DefaultValue("false") boolean ownTraces) {

}
