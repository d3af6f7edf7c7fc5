package io.tracingstarter.cli.source.log;

import java.util.Map;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * A log line that is a JSON object of any common layout.
 */
final class JsonLine {

	private static final String[] MESSAGE = { "formattedMessage", "message", "Message", "Body", "body", "msg", "@m",
			"short_message", "RenderedMessage", "event", "textPayload", "text", "fields.message" };

	private static final String[] LOGGER = { "logger", "log.logger", "InstrumentationScope.name",
			"instrumentationScope.name", "logger_name", "loggerName", "_log_logger", "_logger", "Category",
			"SourceContext", "Properties.SourceContext", "Logger", "logging.logger" };

	private static final String[] THREAD = { "thread", "process.thread.name", "Attributes.thread.name",
			"attributes.thread.name", "thread_name", "threadName", "_process_thread_name", "_thread", "ThreadName" };

	private static final String[] SERVICE = { "service", "service.name", "Resource.service.name",
			"resource.service.name", "resource.attributes.service.name", "service_name", "serviceName", "dd.service",
			"application", "applicationName", "application_name", "app", "appName", "Application",
			"Properties.Application", "spring.application.name" };

	private JsonLine() {
	}

	static LogLine read(JsonTree tree, LogDecoder.Place place, String raw) {
		boolean gelf = tree.has("short_message");
		boolean bunyan = tree.has("hostname") && tree.has("pid");
		long nanos = LogTimes.take(tree);
		LogLevel level = Levels.take(tree);
		String traceId = TraceIds.takeTraceId(tree);
		String spanId = TraceIds.takeSpanId(tree);
		String correlationId = TraceIds.takeCorrelationId(tree);
		boolean serious = level == LogLevel.UNKNOWN || level.compareTo(LogLevel.WARN) >= 0;
		Failure failure = Failures.take(tree, serious);
		String message = tree.takeText(MESSAGE);
		if (message == null) {
			message = MessageTemplate.take(tree);
		}
		String logger = tree.takeText(LOGGER);
		String thread = tree.takeText(THREAD);
		String service = service(tree, place);
		if (service.isEmpty() && (gelf || bunyan)) {
			String name = tree.takeText(gelf ? "host" : "name");
			service = (name != null) ? name : "";
		}
		boolean understood = nanos != 0 || message != null || traceId != null || correlationId != null;
		boolean cut = !tree.isComplete() && message == null;
		return new LogLine((nanos != 0) ? nanos : place.nanos(), level, service, text(message, failure, raw, cut),
				logger, thread, traceId, spanId, correlationId, failure, fields(tree), understood, place.origin());
	}

	static String service(JsonTree tree, LogDecoder.Place place) {
		String service = tree.takeText(SERVICE);
		return (service != null) ? service : place.service();
	}

	private static String text(@Nullable String message, @Nullable Failure failure, String raw, boolean cut) {
		if (message != null) {
			return message;
		}
		return (failure != null && failure.message() != null && !cut) ? failure.message() : raw;
	}

	// what says how the line is laid out says nothing of the request
	private static Map<String, String> fields(JsonTree tree) {
		tree.takeText("@version");
		tree.takeText("ecs.version");
		tree.takeText("full_message");
		return tree.rest();
	}

}
