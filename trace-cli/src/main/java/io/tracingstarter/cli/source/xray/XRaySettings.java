package io.tracingstarter.cli.source.xray;

import io.tracingstarter.cli.source.aws.AwsSettings;

/**
 * How traces are found in X-Ray.
 *
 * @param name the source's name
 * @param aws how AWS is reached
 * @param mode where traces are looked for
 * @param spansLogGroup the log group of Transaction Search
 */
public record XRaySettings(String name, AwsSettings aws, Mode mode, String spansLogGroup) {

	/** The log group of Transaction Search where nothing is configured. */
	public static final String SPANS_LOG_GROUP = "aws/spans";

	/**
	 * Looks everywhere, with what the environment says.
	 */
	public XRaySettings(String name) {
		this(name, AwsSettings.DEFAULTS, Mode.AUTO, SPANS_LOG_GROUP);
	}

	/**
	 * Where traces are looked for.
	 */
	public enum Mode {

		/** In the index first, then with Transaction Search what was not found. */
		AUTO,

		/** In X-Ray's index: GetTraceSummaries and BatchGetTraces. */
		INDEXED,

		/** In the log group of Transaction Search, which has every span. */
		TRANSACTION_SEARCH

	}

}
