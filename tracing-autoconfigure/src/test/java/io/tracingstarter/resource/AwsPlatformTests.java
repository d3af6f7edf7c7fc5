package io.tracingstarter.resource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import io.tracingstarter.testing.MetadataServer;
import io.tracingstarter.testing.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for what each {@link AwsPlatform} says of itself.
 */
class AwsPlatformTests {

	private static final String ID = "0123456789abcdef".repeat(4);

	private static final String TASK = "arn:aws:ecs:us-west-2:111122223333:task/default/158d1c8083dd49d6b527399fd6414f5c";

	private static final String CONTAINER = """
			{"DockerId": "%s", "Name": "orders", "DockerName": "ecs-orders-2-orders-abc",
			 "Image": "111122223333.dkr.ecr.us-west-2.amazonaws.com:443/shop/orders:1.2.3@sha256:0f",
			 "ContainerARN": "arn:aws:ecs:us-west-2:111122223333:container/abb51bdd", "LogDriver": "awslogs",
			 "LogOptions": {"awslogs-group": "/ecs/orders", "awslogs-region": "eu-west-1", "awslogs-stream": "orders/1"}}
			"""
		.formatted(ID);

	private static final String SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";

	@TempDir
	private Path root;

	private AwsMachine machine;

	@BeforeEach
	void machine() {
		this.machine = new AwsMachine(this.root);
	}

	@Test
	void shouldFindNothingElsewhere() {
		assertThat(this.machine.attributes()).isEmpty();
		assertThat(this.machine.detect().describe()).isEqualTo("not on AWS as far as can be seen");
	}

	@Test
	void shouldKnowLambda() {
		this.machine.variable("AWS_LAMBDA_FUNCTION_NAME", "orders")
			.variable("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
			.variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
			.variable("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders")
			.variable("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]0a")
			.variable("AWS_REGION", "eu-central-1");
		assertThat(this.machine.attributes()).containsOnly(entry("cloud.provider", "aws"),
				entry("cloud.platform", "aws_lambda"), entry("cloud.region", "eu-central-1"),
				entry("faas.name", "orders"), entry("faas.version", "$LATEST"),
				entry("faas.instance", "2026/11/21/[$LATEST]0a"), entry("faas.max_memory", "536870912"),
				entry("aws.log.group.names", "[/aws/lambda/orders]"));
		assertThat(this.machine.detect().describe()).isEqualTo("on aws_lambda in eu-central-1");
	}

	@ParameterizedTest
	@CsvSource({ "arn:aws:ecs:us-west-2:111122223333:cluster/default, FARGATE, fargate", "default, EC2, ec2" })
	void shouldKnowEcs(String cluster, String launchType, String attribute) {
		try (MetadataServer server = MetadataServer.http()) {
			server.with("/v4/0a", CONTAINER).with("/v4/0a/task", """
					{"Cluster": "%s", "TaskARN": "%s", "Family": "orders", "Revision": "5",
					 "AvailabilityZone": "us-west-2d", "LaunchType": "%s", "Containers": []}
					""".formatted(cluster, TASK, launchType));
			this.machine.variable("ECS_CONTAINER_METADATA_URI_V4", server.url("/v4/0a"));
			assertThat(this.machine.attributes()).containsOnly(entry("cloud.provider", "aws"),
					entry("cloud.platform", "aws_ecs"), entry("cloud.region", "us-west-2"),
					entry("cloud.account.id", "111122223333"), entry("cloud.availability_zone", "us-west-2d"),
					entry("container.id", ID), entry("container.name", "ecs-orders-2-orders-abc"),
					entry("container.image.name", "111122223333.dkr.ecr.us-west-2.amazonaws.com:443/shop/orders"),
					entry("container.image.tags", "[1.2.3]"),
					entry("aws.ecs.container.arn", "arn:aws:ecs:us-west-2:111122223333:container/abb51bdd"),
					entry("aws.ecs.cluster.arn", "arn:aws:ecs:us-west-2:111122223333:cluster/default"),
					entry("aws.ecs.task.arn", TASK), entry("aws.ecs.task.family", "orders"),
					entry("aws.ecs.task.revision", "5"), entry("aws.ecs.launchtype", attribute),
					entry("aws.log.group.names", "[/ecs/orders]"), entry("aws.log.stream.names", "[orders/1]"),
					entry("aws.log.group.arns", "[arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/orders:*]"),
					entry("aws.log.stream.arns",
							"[arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/orders:log-stream:orders/1]"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://oidc.eks.eu-west-1.amazonaws.com/id/0A, eu-west-1",
			"https://oidc.eks.cn-north-1.amazonaws.com.cn/id/0A, cn-north-1",
			"https://oidc-eks.eu-west-2.api.aws/id/0A, eu-west-2" })
	void shouldKnowEks(String issuer, String region) throws Exception {
		TestCertificate certificate = TestCertificate.create(this.root, "cluster");
		try (MetadataServer server = MetadataServer.https(certificate)) {
			server.with("/api/v1/namespaces/amazon-cloudwatch/configmaps/cluster-info", """
					{"kind": "ConfigMap", "data": {"cluster.name": "shop", "logs.region": "eu-west-1"}}
					""");
			pod(issuer).variable("KUBERNETES_SERVICE_PORT", Integer.toString(server.port()))
				.file(SERVICE_ACCOUNT + "ca.crt", pem(certificate))
				.file("/proc/self/cgroup", "0::/kubepods.slice/pod1/cri-containerd-" + ID + ".scope\n");
			assertThat(this.machine.attributes()).containsOnly(entry("cloud.provider", "aws"),
					entry("cloud.platform", "aws_eks"), entry("cloud.region", region),
					entry("k8s.namespace.name", "shop-prod"), entry("k8s.pod.name", "orders-6d4cf56db6-abcde"),
					entry("k8s.cluster.name", "shop"), entry("container.id", ID));
			assertThat(server.header("/api/v1/namespaces/amazon-cloudwatch/configmaps/cluster-info", "Authorization"))
				.isEqualTo("Bearer " + token(issuer));
		}
	}

	@Test
	void shouldNotShowTokenToServerThatTheClusterDoesNotVouchFor() throws Exception {
		try (MetadataServer server = MetadataServer.https(TestCertificate.create(this.root, "stranger"))) {
			pod("https://oidc.eks.eu-west-1.amazonaws.com/id/0A")
				.variable("KUBERNETES_SERVICE_PORT", Integer.toString(server.port()))
				.file(SERVICE_ACCOUNT + "ca.crt", pem(TestCertificate.create(this.root, "cluster")));
			assertThat(this.machine.attributes()).containsEntry("cloud.platform", "aws_eks")
				.doesNotContainKey("k8s.cluster.name");
			assertThat(server.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://kubernetes.default.svc", "https://oidc.eks.eu-west-1.amazonaws.com.evil.org/id/0A",
					"https://evil.org/oidc.eks.eu-west-1.amazonaws.com/id/0A", "" })
	void shouldNotTakeOtherClusterForEks(String issuer) {
		pod(issuer);
		assertThat(this.machine.attributes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a.b", "a.%%%.c", "a.e30.c", "a.W10.c" })
	void shouldNotTakeClusterWithOtherTokenForEks(String token) {
		pod("").file(SERVICE_ACCOUNT + "token", token);
		assertThat(this.machine.attributes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "cgroup, 12:cpu:/docker/ID, ID", "cgroup, 1:name=systemd:/ecs/0a/ID, ID", "cgroup, 0::/, -",
					"mountinfo, 1 2 8:1 /var/lib/docker/containers/ID/hostname /etc/hostname rw, ID",
					"mountinfo, 1 2 8:1 /io.containerd.grpc.v1.cri/sandboxes/ID/hostname /etc/hostname rw, -" })
	void shouldFindIdOfContainer(String file, String line, String id) {
		this.machine.file("/proc/self/" + file, "1 x\n" + line.replace("ID", ID) + "\n2 y\n");
		Machine machine = new Machine((name) -> null, this.root, new MetadataClient(new Deadline(Duration.ZERO)),
				(text) -> Map.of());
		assertThat(ContainerId.of(machine)).isEqualTo((id != null) ? ID : null);
	}

	@Test
	void shouldKnowEc2() {
		try (MetadataServer server = MetadataServer.http()) {
			assertThat(this.machine.ec2(server).attributes()).containsOnly(entry("cloud.provider", "aws"),
					entry("cloud.platform", "aws_ec2"), entry("cloud.region", "eu-central-1"),
					entry("cloud.account.id", "123456789012"), entry("cloud.availability_zone", "eu-central-1a"),
					entry("host.id", "i-0abcdef1234567890"), entry("host.type", "m7g.large"),
					entry("host.image.id", "ami-0abcdef1234567890"),
					entry("host.name", "ip-10-0-0-7.eu-central-1.compute.internal"));
			assertThat(server.requests()).containsExactly("PUT /latest/api/token",
					"GET /latest/dynamic/instance-identity/document", "GET /latest/meta-data/hostname");
			assertThat(server.header("/latest/meta-data/hostname", "X-aws-ec2-metadata-token")).isEqualTo("TOKEN==");
		}
	}

	@Test
	void shouldKnowEc2ByItsFirmwareWhereMetadataIsOutOfReach() {
		try (MetadataServer server = MetadataServer.http()) {
			this.machine.ec2(server).variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.url("/none"));
			assertThat(this.machine.attributes()).containsOnly(entry("cloud.provider", "aws"),
					entry("cloud.platform", "aws_ec2"));
		}
	}

	@Test
	void shouldNotAskEc2WhenForbidden() {
		try (MetadataServer server = MetadataServer.http()) {
			assertThat(this.machine.ec2(server).variable("AWS_EC2_METADATA_DISABLED", "true").attributes()).isEmpty();
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void shouldKnowBeanstalkAndItsInstance() {
		this.machine.file("/var/elasticbeanstalk/xray/environment.conf", """
				{"deployment_id": 23, "version_label": "app-5a56-170119_190650", "environment_name": "scorekeep"}
				""");
		try (MetadataServer server = MetadataServer.http()) {
			assertThat(this.machine.ec2(server).attributes()).contains(entry("cloud.platform", "aws_elastic_beanstalk"),
					entry("service.namespace", "scorekeep"), entry("service.version", "app-5a56-170119_190650"),
					entry("service.instance.id", "23"), entry("host.id", "i-0abcdef1234567890"),
					entry("cloud.region", "eu-central-1"));
		}
	}

	@Test
	void shouldLookAtVariablesBeforeAnyNetwork() {
		try (MetadataServer server = MetadataServer.http()) {
			this.machine.ec2(server).variable("AWS_LAMBDA_FUNCTION_NAME", "orders");
			assertThat(this.machine.attributes()).containsEntry("cloud.platform", "aws_lambda");
			assertThat(server.requests()).isEmpty();
		}
	}

	private AwsMachine pod(String issuer) {
		return this.machine.variable("KUBERNETES_SERVICE_HOST", "127.0.0.1")
			.variable("HOSTNAME", "orders-6d4cf56db6-abcde")
			.file(SERVICE_ACCOUNT + "namespace", "shop-prod")
			.file(SERVICE_ACCOUNT + "token", token(issuer) + "\n");
	}

	private static String token(String issuer) {
		String claims = "{\"aud\": [\"https://kubernetes.default.svc\"], \"iss\": \"" + issuer + "\", \"exp\": 1}";
		return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + ".c2ln";
	}

	private static String pem(TestCertificate certificate) throws Exception {
		return "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder().encodeToString(certificate.trust().getAcceptedIssuers()[0].getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}

}
