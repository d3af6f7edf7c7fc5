package io.tracingstarter.cli.source.cloudwatch;

/**
 * A log group.
 *
 * @param id its name or ARN, as requests name it
 */
record LogGroup(String id) {

	static LogGroup of(String configured) {
		String id = configured;
		if (id.startsWith("arn:") && id.endsWith(":*")) {
			id = id.substring(0, id.length() - 2);
		}
		return new LogGroup(id);
	}

	boolean isArn() {
		return this.id.startsWith("arn:");
	}

	String name() {
		int at = this.id.indexOf(":log-group:");
		return (isArn() && at >= 0) ? this.id.substring(at + ":log-group:".length()) : this.id;
	}

	/**
	 * Returns the last part of the name, which is the service by custom, as in
	 * {@code /ecs/mysfits-web}.
	 */
	String service() {
		return name().substring(name().lastIndexOf('/') + 1);
	}

}
