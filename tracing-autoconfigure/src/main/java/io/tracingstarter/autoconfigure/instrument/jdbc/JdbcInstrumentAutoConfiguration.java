package io.tracingstarter.autoconfigure.instrument.jdbc;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.jdbc.JdbcObservationPredicate;
import io.tracingstarter.instrument.jdbc.PoolWaitListener;
import io.tracingstarter.instrument.jdbc.SanitizedQueryConvention;
import io.tracingstarter.sql.SqlSanitizer;
import net.ttddyy.observation.boot.autoconfigure.DataSourceNameResolver;
import net.ttddyy.observation.boot.autoconfigure.DataSourceObservationAutoConfiguration;
import net.ttddyy.observation.tracing.QueryObservationConvention;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes JDBC visible with datasource-micrometer, whose own auto-configuration wraps each
 * {@link DataSource} bean and backs off as its users know it.
 */
@AutoConfiguration(before = DataSourceObservationAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.jdbc.enabled", matchIfMissing = true)
@ConditionalOnClass(value = DataSourceObservationAutoConfiguration.class,
		name = JdbcInstrumentAutoConfiguration.BOOT_JDBC)
@EnableConfigurationProperties(JdbcInstrumentProperties.class)
public final class JdbcInstrumentAutoConfiguration {

	/** By name, because the annotations of datasource-micrometer need the class. */
	static final String BOOT_JDBC = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

	@Bean
	@ConditionalOnMissingBean(QueryObservationConvention.class)
	SanitizedQueryConvention sanitizedQueryConvention() {
		return new SanitizedQueryConvention(new SqlSanitizer());
	}

	@Bean
	@ConditionalOnMissingBean
	JdbcObservationPredicate jdbcObservationPredicate(ObjectProvider<ObservationRegistry> registry,
			JdbcInstrumentProperties properties) {
		return new JdbcObservationPredicate(registry::getObject, properties.ownTraces());
	}

	@Bean
	@ConditionalOnMissingBean
	PoolWaitListener poolWaitListener(ObjectProvider<Tracer> tracer, JdbcInstrumentProperties properties) {
		return new PoolWaitListener(tracer::getIfAvailable, properties.poolWaitThreshold());
	}

	/** The library's own would open a connection while the application starts. */
	@Bean
	@ConditionalOnMissingBean(DataSourceNameResolver.class)
	DataSourceNameResolver dataSourceBeanNames() {
		return (beanName, dataSource) -> beanName;
	}

	/** Of more use than the name of the bean, where somebody chose one. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HikariDataSource.class)
	static class HikariConfiguration {

		@Bean
		@ConditionalOnMissingBean(DataSourceNameResolver.class)
		DataSourceNameResolver dataSourcePoolNames() {
			return (beanName, dataSource) -> {
				String pool = (dataSource instanceof HikariDataSource hikari) ? hikari.getPoolName() : null;
				return (pool == null || pool.startsWith("HikariPool-")) ? beanName : pool;
			};
		}

	}

}
