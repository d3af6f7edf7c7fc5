package io.tracingstarter.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.tracingstarter.testing.MetadataServer;

import org.springframework.boot.json.JsonParserFactory;

/**
 * A machine with the variables, files and endpoints that a test gives it.
 */
final class AwsMachine {

	/** Longer than any test takes that is not about time. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	static final String IDENTITY = """
			{"accountId": "123456789012", "architecture": "x86_64", "availabilityZone": "eu-central-1a",
			 "imageId": "ami-0abcdef1234567890", "instanceId": "i-0abcdef1234567890", "instanceType": "m7g.large",
			 "region": "eu-central-1", "version": "2017-09-30", "kernelId": null}
			""";

	private final Path root;

	private final Map<String, String> variables = new HashMap<>();

	private Duration budget = PATIENCE;

	AwsMachine(Path root) {
		this.root = root;
		file("/sys/class/dmi/id/sys_vendor", "QEMU\n");
	}

	AwsMachine variable(String name, String value) {
		this.variables.put(name, value);
		return this;
	}

	AwsMachine file(String path, String content) {
		try {
			Path file = this.root.resolve(path.substring(1));
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/** Has the metadata service of EC2. */
	AwsMachine ec2(MetadataServer server) {
		server.with("/latest/api/token", "TOKEN==")
			.with("/latest/dynamic/instance-identity/document", IDENTITY)
			.with("/latest/meta-data/hostname", "ip-10-0-0-7.eu-central-1.compute.internal");
		return file("/sys/class/dmi/id/sys_vendor", "Amazon EC2\n").variable("AWS_EC2_METADATA_SERVICE_ENDPOINT",
				server.url(""));
	}

	AwsMachine budget(Duration budget) {
		this.budget = budget;
		return this;
	}

	AwsResource detect() {
		return AwsResource.detect(this.variables::get, this.root,
				(text) -> JsonParserFactory.getJsonParser().parseMap(text), this.budget);
	}

	/**
	 * What is found.
	 * @return attributes by name, values as text
	 */
	Map<String, String> attributes() {
		Map<String, String> attributes = new TreeMap<>();
		detect().attributes().forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
		return attributes;
	}

}
