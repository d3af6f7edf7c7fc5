package io.tracingstarter.cli.source.cloudwatch;

import java.util.List;

import io.tracingstarter.cli.source.aws.AwsSettings;
import org.jspecify.annotations.Nullable;

/**
 * Which log groups are searched, and how.
 *
 * @param name the source's name
 * @param aws how AWS is reached
 * @param groups names, ARNs, or patterns with {@code *} and {@code ?} of log groups, at
 * least one
 * @param insights whether Logs Insights searches, which costs money by the amount of data
 * and is faster for many groups or long windows; null for automatically, where more
 * groups than {@code insightsAbove} match
 * @param insightsAbove how many groups FilterLogEvents still searches, 0 or more
 */
public record CloudWatchLogsSettings(String name, AwsSettings aws, List<String> groups, @Nullable Boolean insights,
		int insightsAbove) {

	/** How many groups FilterLogEvents searches where nothing is configured. */
	public static final int INSIGHTS_ABOVE = 10;

	public CloudWatchLogsSettings {
		groups = List.copyOf(groups);
		if (groups.isEmpty()) {
			throw new IllegalArgumentException("No log groups: name at least one");
		}
	}

	/**
	 * Searches log groups with what the environment says, and Logs Insights where they
	 * are many.
	 */
	public CloudWatchLogsSettings(String name, List<String> groups) {
		this(name, AwsSettings.DEFAULTS, groups, null, INSIGHTS_ABOVE);
	}

	boolean insightsFor(int count) {
		return (this.insights != null) ? this.insights : count > this.insightsAbove;
	}

}
