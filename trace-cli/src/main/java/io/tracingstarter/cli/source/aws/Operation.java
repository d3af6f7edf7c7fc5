package io.tracingstarter.cli.source.aws;

/**
 * What is asked of AWS, for the words of a failure.
 *
 * @param action the permission it needs, such as {@code logs:FilterLogEvents}
 * @param resource what it is asked for, such as {@code log group /ecs/web}; empty for all
 */
public record Operation(String action, String resource) {

	@Override
	public String toString() {
		return this.resource.isEmpty() ? this.action : this.action + " on " + this.resource;
	}

}
