package io.tracingstarter.export.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.TestCertificate;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Measures what a broken backend does to requests: the latency that 99 of 100 stay below,
 * of a service with one exporter whose backend has the fault, against the same service
 * without an exporter. Requests to both take turns in one JVM, so that what else happens
 * on the machine hits both. Two services without an exporter show how much of it is
 * noise.
 */
final class FaultLatency {

	private static final int REQUESTS = Integer.getInteger("requests", 1000);

	private static final int ROUNDS = Integer.getInteger("rounds", 11);

	private static final String PREFIX = "tracing.exporters.";

	/** Only this one, if it is named. */
	private static final String ONLY = System.getProperty("exporter", "");

	private static final Map<String, List<String>> EXPORTERS = Map.of("otlp-http", List.of("otlp"), "otlp-grpc",
			List.of("otlp", "transport=grpc"), "zipkin", List.of("zipkin"), "xray-otlp",
			List.of("xray", "protocol=otlp", "region=eu-central-1"));

	private FaultLatency() {
	}

	public static void main(String[] args) throws IOException {
		if (!ONLY.isEmpty() && !EXPORTERS.containsKey(ONLY)) {
			System.err.println(
					"No exporter " + ONLY + ". There are: " + String.join(", ", new TreeSet<>(EXPORTERS.keySet())));
			System.exit(2);
		}
		// what the X-Ray exporter signs with
		System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
		System.setProperty("aws.secretAccessKey", "example");
		Path directory = Files.createTempDirectory("certificates");
		TestCertificate trusted = TestCertificate.create(directory, "trusted");
		TestCertificate untrusted = TestCertificate.create(directory, "untrusted");
		System.out.printf("p99 of %d requests, against no exporter: middle of %d rounds [quartiles]%n", REQUESTS,
				ROUNDS);
		try (RunningApplication without = start()) {
			try (RunningApplication same = start()) {
				// the first rounds of a JVM say nothing
				ratios(without, same);
				print("no exporter", "-", ratios(without, same));
			}
			for (ExporterRow row : ExporterRow.all().filter(FaultLatency::isMeasured).toList()) {
				measure(row, null, without, trusted, untrusted);
				for (Fault fault : Fault.values()) {
					measure(row, fault, without, trusted, untrusted);
				}
			}
		}
	}

	private static boolean isMeasured(ExporterRow row) {
		return row.answered() && (ONLY.isEmpty() || ONLY.equals(row.name()));
	}

	private static void measure(ExporterRow row, Fault fault, RunningApplication without, TestCertificate trusted,
			TestCertificate untrusted) {
		boolean tls = fault == Fault.WRONG_CERTIFICATE;
		try (FaultBackend backend = row.backend().get(); FaultyPort port = new FaultyPort(backend.port())) {
			if (tls) {
				port.secure(untrusted.context(), backend.isHttp2() ? "h2" : "http/1.1");
			}
			if (fault != null) {
				fault.cause(port, backend);
			}
			else {
				port.heal();
			}
			List<String> properties = new ArrayList<>(
					List.of("spring.ssl.bundle.jks.backend.truststore.location=file:" + trusted.store(),
							"spring.ssl.bundle.jks.backend.truststore.password=" + TestCertificate.PASSWORD));
			List<String> exporter = Objects.requireNonNull(EXPORTERS.get(row.name()),
					() -> "No properties that switch " + row + " on. Add them to EXPORTERS.");
			String name = PREFIX + exporter.get(0) + ".";
			exporter.subList(1, exporter.size()).forEach((property) -> properties.add(name + property));
			properties.addAll(List.of(name + "enabled=true", name + "schedule-delay=50ms", name + "timeout=1s",
					name + "endpoint=" + (tls ? "https" : "http") + "://127.0.0.1:" + port.number() + "/spans",
					PREFIX + "shutdown-timeout=200ms"));
			if (tls) {
				properties.add(name + "ssl.bundle=backend");
			}
			try (RunningApplication with = start(properties.toArray(String[]::new))) {
				print(row.name(), (fault != null) ? fault.name() : "healthy", ratios(without, with));
			}
		}
	}

	private static RunningApplication start(String... properties) {
		List<String> all = new ArrayList<>(Arrays.asList(properties));
		all.add("logging.level.root=error");
		return RunningApplication.servlet(Service.class, all.toArray(String[]::new));
	}

	private static double[] ratios(RunningApplication without, RunningApplication with) {
		double[] ratios = new double[ROUNDS];
		ratio(without, with);
		for (int i = 0; i < ROUNDS; i++) {
			ratios[i] = ratio(without, with);
		}
		Arrays.sort(ratios);
		return ratios;
	}

	private static double ratio(RunningApplication without, RunningApplication with) {
		long[] nanosWithout = new long[REQUESTS];
		long[] nanosWith = new long[REQUESTS];
		for (int i = 0; i < REQUESTS; i++) {
			// whoever comes first in a pair pays for the other's garbage
			if (i % 2 == 0) {
				nanosWithout[i] = request(without);
				nanosWith[i] = request(with);
			}
			else {
				nanosWith[i] = request(with);
				nanosWithout[i] = request(without);
			}
		}
		return (double) p99(nanosWith) / p99(nanosWithout);
	}

	private static long request(RunningApplication application) {
		long start = System.nanoTime();
		application.get("/");
		return System.nanoTime() - start;
	}

	private static long p99(long[] nanos) {
		Arrays.sort(nanos);
		return nanos[REQUESTS * 99 / 100];
	}

	private static void print(String exporter, String fault, double[] sorted) {
		System.out.printf(Locale.ROOT, "%-12s %-35s %.2f [%.2f %.2f]%n", exporter, fault, sorted[ROUNDS / 2],
				sorted[ROUNDS / 4], sorted[ROUNDS * 3 / 4]);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Service {

		@GetMapping("/")
		String hello() {
			return "hello";
		}

	}

}
