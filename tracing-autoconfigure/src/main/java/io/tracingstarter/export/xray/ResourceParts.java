package io.tracingstarter.export.xray;

import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What documents say of the resource that a span comes from: made once, because all spans
 * of a service have the same. Not safe for use by several threads.
 */
final class ResourceParts {

	/** Before the names of its attributes. */
	static final String PREFIX = "otel.resource.";

	private static final Field SERVICE = Field.of("service.name");

	private static final Field VERSION = Field.of("service.version");

	private final Facts facts = new Facts((name) -> null);

	private final JsonBytes json = new JsonBytes();

	private @Nullable Resource resource;

	private @Nullable String service;

	private @Nullable String origin;

	private @Nullable String version;

	private byte[] aws = new byte[0];

	private byte[] metadata = new byte[0];

	/**
	 * Reads a resource, where it is not that of the span before.
	 */
	void read(Resource resource) {
		if (resource == this.resource) {
			return;
		}
		// until all of it is read
		this.resource = null;
		this.facts.read(resource.getAttributes());
		this.service = SERVICE.text(this.facts);
		this.origin = AwsBlock.origin(this.facts);
		this.version = VERSION.text(this.facts);
		this.json.clear();
		AwsBlock.writeResource(this.facts, this.json);
		this.aws = this.json.copy();
		this.json.clear();
		for (int i = 0; i < this.facts.size(); i++) {
			if (!this.facts.isRepeated(i)) {
				this.json.key(PREFIX + this.facts.name(i)).value(this.facts.value(i), Limits.METADATA);
			}
		}
		this.metadata = this.json.copy();
		this.resource = resource;
	}

	Facts facts() {
		return this.facts;
	}

	/** Name of the service. */
	@Nullable String service() {
		return this.service;
	}

	/** What kind of resource runs the service. */
	@Nullable String origin() {
		return this.origin;
	}

	/** Version of the service. */
	@Nullable String version() {
		return this.version;
	}

	/** Members of the block {@code aws}. */
	byte[] aws() {
		return this.aws;
	}

	/** Members of the metadata. */
	byte[] metadata() {
		return this.metadata;
	}

}
