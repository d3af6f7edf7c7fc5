package io.tracingstarter.autoconfigure.instrument.r2dbc;

import java.util.List;
import java.util.Map;

import io.tracingstarter.testing.SpanRecorder;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A reactive application that asks a database.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class R2dbcApplication {

	private final DatabaseClient database;

	R2dbcApplication(DatabaseClient database) {
		this.database = database;
	}

	@Bean
	static SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@GetMapping("/query")
	Mono<List<Map<String, Object>>> query(@RequestParam String sql) {
		return this.database.sql(sql).fetch().all().collectList().onErrorReturn(List.of());
	}

	@GetMapping("/parameter")
	Mono<List<Map<String, Object>>> parameter() {
		return this.database.sql("select 1 from dual where 'a' <> $1").bind("$1", "secret").fetch().all().collectList();
	}

}
