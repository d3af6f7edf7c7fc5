package io.tracingstarter.autoconfigure.instrument.r2dbc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown of R2DBC. All else is in Boot's properties,
 * management.observations.r2dbc.
 *
 * @param enabled Whether the spans of queries through R2DBC are named, and their values
 * hidden, by this starter.
 * @param ownTraces Whether a query outside of any trace starts one of its own.
 */
@ConfigurationProperties("tracing.instrument.r2dbc")
public record R2dbcInstrumentProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("false") boolean ownTraces) {

}
