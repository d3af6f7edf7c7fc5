package io.tracingstarter.export.fault;

import java.net.URI;
import java.util.Collection;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.util.Duration;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.TracingNames;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.log.LogSpanExporter;
import net.logstash.logback.appender.LogstashTcpSocketAppender;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/**
 * The log exporter in a service whose log lines go to a socket.
 */
final class LogOverTcp implements SpanExporter {

	private final Logger logger = (Logger) LoggerFactory.getLogger(TracingNames.SPAN_LOGGER);

	private final LogstashTcpSocketAppender appender = new LogstashTcpSocketAppender();

	private final SpanExporter exporter = new LogSpanExporter();

	LogOverTcp(HttpClientSettings settings) {
		URI address = settings.endpoint().uri();
		LogstashEncoder encoder = new LogstashEncoder();
		encoder.setContext(this.logger.getLoggerContext());
		this.appender.setContext(this.logger.getLoggerContext());
		this.appender.setEncoder(encoder);
		this.appender.addDestination(address.getHost() + ":" + address.getPort());
		this.appender.setReconnectionDelay(new Duration(20));
		this.appender.setConnectionTimeout(new Duration(300));
		this.appender.setShutdownGracePeriod(new Duration(100));
		this.appender.setRingBufferSize(1024);
		this.appender.start();
		this.logger.setAdditive(false);
		this.logger.addAppender(this.appender);
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.exporter.export(spans);
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		this.appender.stop();
		return this.exporter.shutdown();
	}

}
