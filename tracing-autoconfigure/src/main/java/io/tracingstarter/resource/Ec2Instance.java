package io.tracingstarter.resource;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An instance of Amazon EC2, by its metadata service in version 2. The firmware says
 * whether it is worth to ask; elsewhere nobody would answer, and that takes long.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">EC2:
 * instance metadata service</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/identify_ec2_instances.html">EC2:
 * identify EC2 instances</a>
 */
final class Ec2Instance implements AwsPlatform {

	private static final String ENDPOINT = "AWS_EC2_METADATA_SERVICE_ENDPOINT";

	private static final String DEFAULT_ENDPOINT = "http://169.254.169.254";

	@Override
	public boolean detect(Machine machine, Found found) throws IOException {
		String endpoint = machine.variable(ENDPOINT);
		Boolean firmware = isInstance(machine);
		if ("true".equalsIgnoreCase(machine.variable("AWS_EC2_METADATA_DISABLED"))
				|| (endpoint == null && Boolean.FALSE.equals(firmware))) {
			return false;
		}
		if (Boolean.TRUE.equals(firmware)) {
			found.platform("aws_ec2");
		}
		URI base = URI.create(((endpoint != null) ? endpoint : DEFAULT_ENDPOINT).replaceFirst("/+$", "") + "/");
		String token = machine.client()
			.put(base.resolve("latest/api/token"), Map.of("X-aws-ec2-metadata-token-ttl-seconds", "60"));
		Map<String, String> headers = Map.of("X-aws-ec2-metadata-token", token.strip());
		Map<String, Object> identity = machine
			.object(machine.client().get(base.resolve("latest/dynamic/instance-identity/document"), headers));
		found.platform("aws_ec2")
			.text("cloud.account.id", identity.get("accountId"))
			.text("cloud.region", identity.get("region"))
			.text("cloud.availability_zone", identity.get("availabilityZone"))
			.text("host.id", identity.get("instanceId"))
			.text("host.type", identity.get("instanceType"))
			.text("host.image.id", identity.get("imageId"))
			.text("host.name", machine.client().get(base.resolve("latest/meta-data/hostname"), headers));
		return true;
	}

	/** Where the firmware says nothing, as outside of Linux, it may be one. */
	private static @Nullable Boolean isInstance(Machine machine) {
		String vendor = machine.file("/sys/class/dmi/id/sys_vendor");
		String xen = machine.file("/sys/hypervisor/uuid");
		if (vendor == null && xen == null) {
			return null;
		}
		return (vendor != null && vendor.contains("Amazon EC2"))
				|| (xen != null && xen.toLowerCase(Locale.ROOT).startsWith("ec2"));
	}

}
