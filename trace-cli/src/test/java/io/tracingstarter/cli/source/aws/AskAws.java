package io.tracingstarter.cli.source.aws;

import java.util.List;

import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.cloudwatch.CloudWatchLogsSettings;
import io.tracingstarter.cli.source.cloudwatch.CloudWatchLogsSource;
import io.tracingstarter.cli.source.log.LogDecoder;
import io.tracingstarter.cli.source.xray.XRaySettings;
import io.tracingstarter.cli.source.xray.XRaySource;

/**
 * Checks both sources with what the environment says; the main class of
 * {@link AwsEnvironmentTests}.
 */
final class AskAws {

	private AskAws() {
	}

	public static void main(String[] args) throws Exception {
		try (CloudWatchLogsSource logs = new CloudWatchLogsSource(
				new CloudWatchLogsSettings("logs", List.of("/ecs/none-*")), new LogDecoder());
				XRaySource xray = new XRaySource(new XRaySettings("xray"))) {
			System.out.println("BUILT " + logs.target() + ", " + xray.target());
			if (args.length > 0) {
				return;
			}
			try {
				System.out.println("LOGS " + logs.check());
			}
			catch (SourceException ex) {
				System.out.println("LOGS " + ex.getMessage() + " - " + ex.action());
			}
			System.out.println("REGION " + xray.traceLink("a".repeat(32), null).map((link) -> link.url()));
		}
	}

}
