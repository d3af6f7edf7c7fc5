package io.tracingstarter.autoconfigure.export.xray;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.proto.trace.v1.Span;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.aws.AwsSigningAutoConfiguration;
import io.tracingstarter.export.ExportCounts;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.aws.XRayTestEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link XRayExporterAutoConfiguration} with the protocol OTLP.
 */
@ExtendWith(OutputCaptureExtension.class)
class XRayOtlpAutoConfigurationTests {

	private static final String P = "tracing.exporters.xray.";

	private static final String REGION = P + "region=" + XRayTestEndpoint.REGION;

	private final XRayTestEndpoint xray = new XRayTestEndpoint();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("management.tracing.sampling.probability=1", P + "enabled=true", P + "protocol=otlp",
				P + "schedule-delay=10ms")
		.withSystemProperties("aws.accessKeyId=" + XRayTestEndpoint.ACCESS_KEY,
				"aws.secretAccessKey=" + XRayTestEndpoint.SECRET, "aws.disableEc2Metadata=true")
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
				ExportAutoConfiguration.class, AwsSigningAutoConfiguration.class, XRayExporterAutoConfiguration.class));

	@AfterEach
	void stop() {
		this.xray.close();
	}

	private ApplicationContextRunner toTestEndpoint() {
		return this.runner.withPropertyValues(P + "endpoint=" + this.xray.url());
	}

	private static void assertStops(ApplicationContextRunner runner,
			Consumer<InvalidTracingPropertyException> requirements) {
		runner.run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class, requirements);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "gzip" })
	void shouldPostSignedSpansToXRay(String compression) {
		toTestEndpoint()
			.withPropertyValues(REGION, P + "compression=" + compression, P + "annotations=shop.order",
					P + "headers.x-tenant=shop")
			.run((context) -> {
				context.getBean(Tracer.class).nextSpan().name("work").tag("shop.order", "42").start().end();
				await().atMost(20, TimeUnit.SECONDS).until(() -> !this.xray.accepted().isEmpty());
				Span span = this.xray.acceptedSpans().get(0);
				assertThat(span.getName()).isEqualTo("work");
				assertThat(span.getAttributesList()).anyMatch((each) -> each.getKey().equals("aws.xray.annotations"));
				assertThat(this.xray.refused()).isEmpty();
			});
	}

	@ParameterizedTest
	@CsvSource({ "eu-central-1, https://xray.eu-central-1.amazonaws.com/v1/traces",
			"cn-north-1, https://xray.cn-north-1.amazonaws.com.cn/v1/traces",
			"us-gov-west-1, https://xray.us-gov-west-1.amazonaws.com/v1/traces",
			"eu-nowhere-9, https://xray.eu-nowhere-9.amazonaws.com/v1/traces" })
	void shouldTellTheEndpointOfTheRegion(String region, String endpoint) {
		this.runner.withPropertyValues(P + "region=" + region)
			.run((context) -> assertThat(context.getBean(QueueSpanProcessor.class).getTarget())
				.hasToString("xray (" + endpoint + ")"));
	}

	@Test
	void shouldTakeTheRegionThatTheSdkFinds() {
		this.runner.withSystemProperties("aws.region=ap-south-1")
			.run((context) -> assertThat(context.getBean(QueueSpanProcessor.class).getTarget().address())
				.contains("ap-south-1"));
	}

	@Test
	void shouldPreferRegionAndCredentialsOfTheApplication() {
		this.xray.knowOnly("AKIDBEAN", "of the bean", null);
		toTestEndpoint().withSystemProperties("aws.region=ap-south-1")
			.withBean(AwsRegionProvider.class, () -> () -> Region.of(XRayTestEndpoint.REGION))
			.withBean(AwsCredentialsProvider.class, () -> () -> AwsBasicCredentials.create("AKIDBEAN", "of the bean"))
			.run((context) -> {
				context.getBean(Tracer.class).nextSpan().name("work").start().end();
				await().atMost(20, TimeUnit.SECONDS).until(() -> !this.xray.accepted().isEmpty());
				assertThat(this.xray.refused()).isEmpty();
			});
	}

	@Test
	void shouldStopAndTellHowToSetTheRegionWhenNobodyKnowsIt() {
		assertStops(this.runner.withBean(AwsRegionProvider.class, () -> () -> {
			throw SdkClientException.create("no region");
		}), (failure) -> {
			assertThat(failure.getProperty()).isEqualTo(P + "region");
			assertThat(failure.getAction()).contains(P + "region: eu-central-1", "AWS_REGION");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { AwsV4HttpSigner.class, DefaultCredentialsProvider.class,
			DefaultAwsRegionProviderChain.class, OtlpHttpSpanExporter.class })
	void shouldStopAndNameTheDependencyWhenItIsMissing(Class<?> missing) {
		String library = switch (missing.getSimpleName()) {
			case "AwsV4HttpSigner" -> "software.amazon.awssdk:http-auth-aws";
			case "DefaultCredentialsProvider" -> "software.amazon.awssdk:auth";
			case "DefaultAwsRegionProviderChain" -> "software.amazon.awssdk:regions";
			default -> "io.opentelemetry:opentelemetry-exporter-otlp";
		};
		assertStops(this.runner.withClassLoader(new FilteredClassLoader(missing)), (failure) -> {
			assertThat(failure.getProperty()).isEqualTo(P + "protocol");
			assertThat(failure).hasMessageContaining(library + ", which is not on the class path");
			assertThat(failure.getAction()).contains("Add the dependency " + library);
		});
	}

	@Test
	void shouldSendToTheDaemonWithoutTheSdk() {
		this.runner.withClassLoader(new FilteredClassLoader("software.amazon.awssdk"))
			.withPropertyValues(P + "protocol=daemon")
			.run((context) -> assertThat(context.getBean(QueueSpanProcessor.class).getTarget().address())
				.startsWith("udp "));
	}

	@ParameterizedTest
	@CsvSource({ "region, eu central, not the name of an AWS region", "region, x.evil.com/, not the name",
			"region, ${NO_SUCH_REGION}, no variable or property NO_SUCH_REGION",
			"protocol, daemon, for the protocol otlp" })
	void shouldStopWhenAValueCannotWork(String property, String value, String reason) {
		assertStops(toTestEndpoint().withPropertyValues(REGION, P + property + "=" + value), (failure) -> {
			assertThat(failure.getProperty()).isEqualTo(P + (property.equals("protocol") ? "endpoint" : property));
			assertThat(failure).hasMessageContaining(reason);
		});
	}

	@Test
	void shouldStartAndWarnOnceAMinuteWhenThereAreNoCredentials(CapturedOutput output) {
		toTestEndpoint()
			.withPropertyValues(REGION, P + "retry.initial-interval=5ms", P + "retry.max-interval=5ms",
					P + "retry.max-elapsed-time=20ms")
			.withBean(AwsCredentialsProvider.class, () -> () -> {
				throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
			})
			.run((context) -> {
				for (int i = 0; i < 3; i++) {
					long lost = i;
					context.getBean(Tracer.class).nextSpan().name("work").start().end();
					await().atMost(20, TimeUnit.SECONDS)
						.until(() -> context.getBean(QueueSpanProcessor.class).getCounts().totalLost() > lost);
				}
				ExportCounts counts = context.getBean(QueueSpanProcessor.class).getCounts();
				assertThat(counts.retries()).isPositive();
				assertThat(this.xray.accepted()).isEmpty();
				assertThat(output.toString().lines().filter((line) -> line.contains("no AWS credentials"))).hasSize(1);
				assertThat(output).doesNotContain(XRayTestEndpoint.SECRET).doesNotContain("Unable to load");
			});
	}

}
