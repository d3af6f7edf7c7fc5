package io.tracingstarter.autoconfigure.resource;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.xray.XRayExporterAutoConfiguration;
import io.tracingstarter.testing.MetadataServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AwsResourceAutoConfiguration}, from the metadata endpoint of ECS to
 * the segment document.
 */
class AwsResourceAutoConfigurationTests {

	private final MetadataServer ecs = MetadataServer.http();

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp() {
		this.ecs.with("/v4", """
				{"DockerId": "0a1b", "DockerName": "orders", "LogOptions": {"awslogs-group": "/ecs/orders"},
				 "ContainerARN": "arn:aws:ecs:us-west-2:111122223333:container/c"}
				""").with("/v4/task", """
				{"Cluster": "default", "TaskARN": "arn:aws:ecs:us-west-2:111122223333:task/default/t",
				 "Family": "orders", "AvailabilityZone": "us-west-2d", "LaunchType": "FARGATE"}
				""");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class, AwsResourceAutoConfiguration.class))
			.withPropertyValues("ECS_CONTAINER_METADATA_URI_V4=" + this.ecs.url("/v4"));
	}

	@AfterEach
	void close() {
		this.ecs.close();
	}

	@Test
	void shouldSayWhereTheServiceRunsInDocumentsOfXRay() throws Exception {
		try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			daemon.setSoTimeout(20_000);
			this.runner
				.withConfiguration(AutoConfigurations.of(OpenTelemetryTracingAutoConfiguration.class,
						MicrometerTracingAutoConfiguration.class, ExportAutoConfiguration.class,
						XRayExporterAutoConfiguration.class))
				.withPropertyValues("tracing.resource.aws=true", "management.tracing.sampling.probability=1",
						"tracing.exporters.xray.enabled=true", "tracing.exporters.xray.schedule-delay=10ms",
						"tracing.exporters.xray.daemon-address=127.0.0.1:" + daemon.getLocalPort())
				.run((context) -> {
					context.getBean(Tracer.class).nextSpan().name("work").start().end();
					JsonNode document = receive(daemon);
					assertThat(document.get("origin").asString()).isEqualTo("AWS::ECS::Fargate");
					JsonNode aws = document.get("aws");
					assertThat(aws.get("account_id").asString()).isEqualTo("111122223333");
					assertThat(aws.get("ecs")).isEqualTo(JsonMapper.shared().readTree("""
							{"container": "orders", "container_id": "0a1b", "availability_zone": "us-west-2d",
							 "container_arn": "arn:aws:ecs:us-west-2:111122223333:container/c",
							 "cluster_arn": "arn:aws:ecs:us-west-2:111122223333:cluster/default",
							 "task_arn": "arn:aws:ecs:us-west-2:111122223333:task/default/t",
							 "task_family": "orders", "launch_type": "fargate"}
							"""));
					assertThat(aws.get("cloudwatch_logs")).isEqualTo(JsonMapper.shared().readTree("""
							[{"log_group": "/ecs/orders",
							  "arn": "arn:aws:logs:us-west-2:111122223333:log-group:/ecs/orders:*"}]
							"""));
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tracing.resource.aws=false", "tracing.resource.aws=true,tracing.enabled=false" })
	void shouldTouchNothingUnlessAsked(String properties) {
		this.runner.withPropertyValues(properties.split(",")).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(AwsResourceMerger.class);
			assertThat(text(context.getBean(Resource.class), "cloud.platform")).isNull();
		});
		assertThat(this.ecs.requests()).isEmpty();
	}

	@Test
	void shouldLetAttributesOfTheUserWin() {
		this.runner
			.withPropertyValues("tracing.resource.aws=true", "spring.application.name=orders",
					"management.opentelemetry.resource-attributes[cloud.region]=mine")
			.run((context) -> {
				Resource resource = context.getBean(Resource.class);
				assertThat(text(resource, "cloud.region")).isEqualTo("mine");
				assertThat(text(resource, "service.name")).isEqualTo("orders");
				assertThat(text(resource, "telemetry.sdk.language")).isEqualTo("java");
				assertThat(text(resource, "cloud.platform")).isEqualTo("aws_ecs");
				assertThat(context.getBeansOfType(SummaryEntry.class).values()).extracting(SummaryEntry::text)
					.containsExactly("on aws_ecs in us-west-2");
			});
	}

	@Test
	void shouldAddToResourceOfTheUser() {
		Resource users = Resource.create(Attributes.builder().put("cloud.region", "mine").put("team", "shop").build());
		this.runner.withPropertyValues("tracing.resource.aws=true")
			.withBean("mine", Resource.class, () -> users)
			.run((context) -> {
				Resource resource = context.getBean(Resource.class);
				assertThat(text(resource, "cloud.region")).isEqualTo("mine");
				assertThat(text(resource, "team")).isEqualTo("shop");
				assertThat(text(resource, "container.id")).isEqualTo("0a1b");
			});
	}

	@Test
	void shouldStartWithoutSdk() {
		this.runner.withPropertyValues("tracing.resource.aws=true")
			.withClassLoader(new FilteredClassLoader(Resource.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AwsResourceMerger.class));
	}

	@Test
	void shouldStopWhenTheSwitchIsNone() {
		this.runner.withPropertyValues("tracing.resource.aws=maybe").run((context) -> assertThat(context).hasFailed());
	}

	private static String text(Resource resource, String name) {
		return resource.getAttribute(AttributeKey.stringKey(name));
	}

	private static JsonNode receive(DatagramSocket daemon) throws Exception {
		DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
		daemon.receive(packet);
		String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
		return JsonMapper.shared().readTree(text.substring(text.indexOf('\n') + 1));
	}

}
