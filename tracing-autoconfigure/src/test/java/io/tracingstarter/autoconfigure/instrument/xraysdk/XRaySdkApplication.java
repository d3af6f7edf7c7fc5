package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.contexts.SegmentContextExecutors;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.spring.aop.XRayEnabled;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.testing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service as people write it for the X-Ray SDK, with nothing changed for us.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class XRaySdkApplication {

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	Shop shop() {
		return new Shop();
	}

	@Bean
	Job job() {
		return new Job();
	}

	@Bean(destroyMethod = "shutdown")
	ExecutorService pool() {
		return Executors.newSingleThreadExecutor();
	}

	@XRayEnabled
	static class Shop {

		private static final Logger logger = LoggerFactory.getLogger(Shop.class);

		public String sell() {
			logger.info("sold");
			return "sold";
		}

		public String refuse() {
			throw new IllegalStateException("sold out");
		}

	}

	static class Job {

		private static final Logger logger = LoggerFactory.getLogger(Job.class);

		Segment work() {
			Segment segment = AWSXRay.beginSegment("nightly");
			AWSXRay.createSubsegment("step", () -> logger.info("working"));
			AWSXRay.endSegment();
			return segment;
		}

	}

	@RestController
	static class Controller {

		private static final Logger logger = LoggerFactory.getLogger(Controller.class);

		private final Shop shop;

		private final Job job;

		private final ObservationRegistry observations;

		private final ExecutorService pool;

		Controller(Shop shop, Job job, ObservationRegistry observations, ExecutorService pool) {
			this.shop = shop;
			this.job = job;
			this.observations = observations;
			this.pool = pool;
		}

		@GetMapping("/nested")
		String nested() {
			Subsegment load = AWSXRay.beginSubsegment("load");
			String inner = Observation.createNotStarted("shop.observed", this.observations)
				.contextualName("observed")
				.observe(() -> AWSXRay.createSubsegment("inner", (subsegment) -> {
					logger.info("inside");
					return subsegment.getId();
				}));
			AWSXRay.endSubsegment();
			return load.getId() + " " + inner;
		}

		@GetMapping("/annotated")
		String annotated() {
			Segment segment = AWSXRay.getCurrentSegment();
			segment.setUser("carol");
			segment.putAnnotation("tenant", "north");
			try (Subsegment subsegment = AWSXRay.beginSubsegment("order")) {
				subsegment.putAnnotation("order_id", 4711);
				subsegment.putAnnotation("price", 12.5);
				subsegment.putAnnotation("gift", true);
				subsegment.putMetadata("cart", Map.of("unitCount", 3));
				subsegment.putMetadata("debug", "self", new Unwritable());
			}
			return "done";
		}

		@GetMapping("/called")
		String called() {
			try (Subsegment call = AWSXRay.beginSubsegment("warehouse")) {
				call.setNamespace("remote");
				call.putHttp("request", Map.of("url", "https://warehouse.test/items", "method", "POST"));
				call.putHttp("response", Map.of("status", 429, "content_length", 12));
				call.setThrottle(true);
			}
			try (Subsegment query = AWSXRay.beginSubsegment("orders@db")) {
				query.setNamespace("remote");
				query.putSql("url", "jdbc:postgresql://db/orders");
				query.putSql("database_type", "PostgreSQL");
				query.putSql("sanitized_query", "SELECT 1");
			}
			try (Subsegment aws = AWSXRay.beginSubsegment("DynamoDB")) {
				aws.setNamespace("aws");
				aws.putAws("operation", "GetItem");
				aws.putAws("table_name", "mysfits");
				aws.setFault(true);
			}
			return "done";
		}

		@GetMapping("/enabled")
		String enabled() {
			return this.shop.sell();
		}

		@GetMapping("/refused")
		String refused() {
			try {
				return this.shop.refuse();
			}
			catch (IllegalStateException ex) {
				return ex.getMessage();
			}
		}

		@GetMapping("/ids")
		String ids() {
			Segment segment = AWSXRay.getCurrentSegment();
			return segment.getTraceId() + " " + AWSXRay.currentFormattedId() + " " + segment.isSampled() + " "
					+ segment.getId();
		}

		@GetMapping("/job")
		String job() {
			return this.job.work().getId();
		}

		@GetMapping("/forgotten")
		String forgotten() {
			AWSXRay.beginSubsegment("forgotten");
			AWSXRay.beginSubsegment("forgotten, too");
			return "done";
		}

		@GetMapping("/plain")
		String plain() {
			logger.info("plain");
			return "done";
		}

		@GetMapping("/threads")
		@SuppressWarnings("deprecation")
		String threads() throws InterruptedException {
			Entity entity = AWSXRay.getTraceEntity();
			Thread set = new Thread(() -> {
				AWSXRay.setTraceEntity(entity);
				AWSXRay.createSubsegment("set", this.shop::sell);
				AWSXRay.clearTraceEntity();
				AWSXRay.createSubsegment("cleared", this.shop::sell);
			});
			Thread run = new Thread(() -> {
				entity.run(() -> AWSXRay.createSubsegment("run", () -> logger.info("run")));
				logger.info("after");
			});
			Executor segment = SegmentContextExecutors.newSegmentContextExecutor();
			Thread executed = new Thread(() -> segment.execute(() -> AWSXRay.createSubsegment("executed", () -> {
			})));
			for (Thread thread : new Thread[] { set, run, executed }) {
				thread.start();
				thread.join();
			}
			return AWSXRay.getTraceEntity().getId();
		}

		@GetMapping("/pool")
		String pool() throws ExecutionException, InterruptedException {
			Subsegment begun = AWSXRay.beginSubsegment("begun here");
			this.pool.submit(() -> AWSXRay.createSubsegment("in pool", () -> logger.info("pool"))).get();
			this.pool.submit(() -> AWSXRay.getGlobalRecorder().endSubsegment(begun)).get();
			return AWSXRay.getTraceEntity().getId();
		}

	}

	static class Unwritable {

		public Unwritable getSelf() {
			return this;
		}

		@Override
		public String toString() {
			return "endless";
		}

	}

}
