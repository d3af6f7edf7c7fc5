package io.tracingstarter.autoconfigure.export.xray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.autoconfigure.export.ExporterProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to AWS X-Ray.
 */
@ConfigurationProperties("tracing.exporters.xray")
public class XRayExporterProperties extends ExporterProperties {

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

}
