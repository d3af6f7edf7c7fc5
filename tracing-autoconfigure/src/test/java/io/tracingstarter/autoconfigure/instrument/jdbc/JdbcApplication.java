package io.tracingstarter.autoconfigure.instrument.jdbc;

import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.tracingstarter.testing.SpanRecorder;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A servlet application that asks a database, or several.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class JdbcApplication {

	private final JdbcTemplate jdbc;

	JdbcApplication(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Bean
	static SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@GetMapping("/query")
	Object query(@RequestParam String sql) {
		return this.jdbc.queryForList(sql);
	}

	@GetMapping("/parameter")
	Object parameter() {
		return this.jdbc.queryForList("select * from (values ('secret')) as t(name) where name = ?", "secret");
	}

	@GetMapping("/batch")
	Object batch() {
		this.jdbc.execute("create table if not exists batch_target (id int)");
		return this.jdbc.batchUpdate("insert into batch_target values (1)", "insert into batch_target values (2)");
	}

	@ExceptionHandler(DataAccessException.class)
	String failed() {
		return "failed";
	}

	@Configuration(proxyBeanMethods = false)
	@Profile("several")
	static class SeveralDataSources {

		@Bean
		DataSource orders() {
			return h2("orders");
		}

		@Bean
		DataSource customers() {
			return h2("customers");
		}

		@Bean
		@Primary
		DataSource routing(DataSource orders, DataSource customers) {
			AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {

				@Override
				protected Object determineCurrentLookupKey() {
					return "orders";
				}

			};
			routing.setTargetDataSources(Map.of("orders", orders, "customers", customers));
			return routing;
		}

		private static DataSource h2(String name) {
			return DataSourceBuilder.create().type(HikariDataSource.class).url("jdbc:h2:mem:" + name).build();
		}

	}

}
