package io.tracingstarter.export.aws;

import java.util.regex.Pattern;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * One of Amazon's regions, also one that the SDK does not know yet.
 *
 * @param id for example {@code eu-central-1}
 */
public record AwsRegion(String id) {

	private static final Pattern ID = Pattern.compile("[a-z0-9]{1,20}(-[a-z0-9]{1,20}){1,6}");

	/**
	 * Checks the name.
	 * @throws IllegalArgumentException with what is wrong, in words
	 */
	public AwsRegion {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException("it is not the name of an AWS region");
		}
	}

	/**
	 * The host of a service in the region.
	 * @param service its name in host names, for example {@code xray}
	 * @return for example {@code xray.eu-central-1.amazonaws.com}; in China, and other
	 * partitions, with the domain of that
	 */
	public String host(String service) {
		return service + "." + this.id + "." + PartitionMetadata.of(Region.of(this.id)).dnsSuffix();
	}

}
