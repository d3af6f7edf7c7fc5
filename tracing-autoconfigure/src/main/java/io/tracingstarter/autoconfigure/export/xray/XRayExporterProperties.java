package io.tracingstarter.autoconfigure.export.xray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.autoconfigure.export.HttpExporterProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to AWS X-Ray. What is about HTTP counts with
 * the protocol OTLP only. Its endpoint then follows from the region.
 */
@ConfigurationProperties("tracing.exporters.xray")
public class XRayExporterProperties extends HttpExporterProperties {

	/**
	 * How spans get to X-Ray.
	 */
	private Protocol protocol = Protocol.DAEMON;

	/**
	 * AWS region that spans go to, for example "eu-central-1". With the protocol OTLP
	 * only. By default where the AWS SDK finds that the application runs.
	 */
	private @Nullable String region;

	/**
	 * Where the X-Ray daemon listens: "host:port", or "tcp:host:port udp:host:port". By
	 * default what AWS_XRAY_DAEMON_ADDRESS says, else 127.0.0.1:2000.
	 */
	private @Nullable String daemonAddress;

	/**
	 * Span attributes that become annotations, by which X-Ray searches, beside the
	 * correlation id. Of a trace X-Ray indexes 50.
	 */
	private List<String> annotations = new ArrayList<>();

	public XRayExporterProperties() {
		super(Duration.ofSeconds(1));
	}

	public Protocol getProtocol() {
		return this.protocol;
	}

	public void setProtocol(Protocol protocol) {
		this.protocol = protocol;
	}

	public @Nullable String getRegion() {
		return this.region;
	}

	public void setRegion(@Nullable String region) {
		this.region = region;
	}

	public @Nullable String getDaemonAddress() {
		return this.daemonAddress;
	}

	public void setDaemonAddress(@Nullable String daemonAddress) {
		this.daemonAddress = daemonAddress;
	}

	public List<String> getAnnotations() {
		return this.annotations;
	}

	public void setAnnotations(List<String> annotations) {
		this.annotations = annotations;
	}

	/**
	 * Ways to X-Ray.
	 */
	public enum Protocol {

		/**
		 * Segment documents over UDP to the X-Ray daemon or the CloudWatch agent.
		 */
		DAEMON,

		/**
		 * OTLP over HTTPS to X-Ray itself, signed with AWS credentials.
		 */
		OTLP

	}

}
