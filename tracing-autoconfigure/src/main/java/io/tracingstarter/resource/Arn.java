package io.tracingstarter.resource;

import org.jspecify.annotations.Nullable;

/**
 * What an Amazon Resource Name says of the place.
 *
 * @param partition {@code aws}, or that of a country or government
 * @param region the region
 * @param account the account's id
 */
record Arn(String partition, String region, String account) {

	private static final int PARTS = 6;

	/**
	 * Reads an ARN.
	 * @param value what somebody said
	 * @return the place; {@code null} where it is no ARN with a region and an account
	 */
	static @Nullable Arn of(@Nullable Object value) {
		String text = Found.textOf(value);
		String[] parts = (text != null) ? text.split(":", PARTS) : new String[0];
		boolean right = parts.length == PARTS && "arn".equals(parts[0]) && !parts[3].isEmpty() && !parts[4].isEmpty();
		return right ? new Arn(parts[1], parts[3], parts[4]) : null;
	}

	/**
	 * Names another resource of the same place.
	 */
	String with(String service, String resource) {
		return "arn:" + this.partition + ":" + service + ":" + this.region + ":" + this.account + ":" + resource;
	}

}
