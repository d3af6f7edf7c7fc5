package io.tracingstarter.cli.config;

import java.util.Locale;

import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.aws.AwsSettings;
import io.tracingstarter.cli.source.cloudwatch.CloudWatchLogsSettings;
import io.tracingstarter.cli.source.cloudwatch.CloudWatchLogsSource;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.source.xray.XRaySettings;
import io.tracingstarter.cli.source.xray.XRaySource;

/**
 * Makes the sources on AWS. Nothing of the AWS SDK is loaded before one is made.
 */
final class AwsSources {

	private static final int INSIGHTS_ABOVE = 10;

	private final LogDecoder decoder;

	AwsSources(LogDecoder decoder) {
		this.decoder = decoder;
	}

	Source cloudWatch(String name, Settings settings) {
		String insights = settings.text("insights");
		Boolean mode = (insights != null && !"auto".equals(insights)) ? settings.flag("insights", false) : null;
		return new CloudWatchLogsSource(
				new CloudWatchLogsSettings(name, aws(settings), settings.required("groups"), mode, INSIGHTS_ABOVE),
				this.decoder);
	}

	Source xray(String name, Settings settings) {
		return new XRaySource(
				new XRaySettings(name, aws(settings), mode(settings), settings.text("spans-log-group", "aws/spans")));
	}

	private static XRaySettings.Mode mode(Settings settings) {
		String mode = settings.text("mode", "auto");
		try {
			return XRaySettings.Mode.valueOf(mode.toUpperCase(Locale.ROOT).replace('-', '_'));
		}
		catch (IllegalArgumentException ex) {
			throw new ConfigurationException(
					settings.place() + ".mode must be auto, indexed or transaction-search, not " + mode);
		}
	}

	private static AwsSettings aws(Settings settings) {
		return new AwsSettings(settings.text("region"), settings.text("profile"), settings.url("endpoint"));
	}

}
