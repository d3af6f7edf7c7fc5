package io.tracingstarter.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.tracingstarter.TracingNames;
import tools.jackson.core.io.SerializedString;

/**
 * The fields of {@link LogLayout#ECS}: Elastic Common Schema 8.11, with dotted names as
 * Elastic's own loggers write them.
 * <p>
 * MDC entries and key-value pairs keep their plain names, because {@code labels} would
 * turn their numbers into text.
 */
final class EcsFields implements FieldLayout {

	private static final SerializedString TIMESTAMP = new SerializedString("@timestamp");

	private static final SerializedString LEVEL = new SerializedString("log.level");

	private static final SerializedString LOGGER = new SerializedString("log.logger");

	private static final SerializedString THREAD = new SerializedString("process.thread.name");

	private static final SerializedString MESSAGE = new SerializedString("message");

	private static final SerializedString TRACE_ID = new SerializedString("trace.id");

	private static final SerializedString XRAY_TRACE_ID = new SerializedString(TracingNames.XRAY_TRACE_ID_FIELD);

	private static final SerializedString SPAN_ID = new SerializedString("span.id");

	private static final SerializedString CORRELATION_ID = new SerializedString("labels.correlation_id");

	private static final SerializedString TYPE = new SerializedString("error.type");

	private static final SerializedString REASON = new SerializedString("error.message");

	private static final SerializedString STACK_TRACE = new SerializedString("error.stack_trace");

	private static final SerializedString VERSION = new SerializedString("ecs.version");

	private static final SerializedString VERSION_VALUE = new SerializedString("8.11");

	// a value under one of these names and an object of the same name exclude each other
	private static final String[] OBJECTS = { "log", "process", "process.thread", "trace", "span", "labels", "error",
			"ecs", "service" };

	private final Timestamps timestamps = new Timestamps();

	private final FixedFields fixed;

	private final StackTraces stackTraces;

	private final boolean xrayTraceId;

	EcsFields(JsonLogSettings settings, ReservedNames reserved) {
		reserved.add(TIMESTAMP, LEVEL, LOGGER, THREAD, MESSAGE, TRACE_ID, SPAN_ID, CORRELATION_ID, TYPE, REASON,
				STACK_TRACE, VERSION);
		reserved.add(OBJECTS);
		this.fixed = new FixedFields(reserved)
			.service(settings.service(), "service.name", "service.version", "service.environment")
			.fields(settings.fields());
		this.xrayTraceId = settings.xrayTraceId();
		if (this.xrayTraceId) {
			reserved.add(XRAY_TRACE_ID);
		}
		this.stackTraces = new StackTraces(settings.stackTraceLength(), settings.masker());
	}

	@Override
	public void write(LineWriter line, ILoggingEvent event, AttachedFields attached) {
		line.generator().writeName(TIMESTAMP);
		this.timestamps.write(line.generator(), LineWriter.instant(event));
		line.plain(LEVEL, event.getLevel().levelStr);
		line.plain(LOGGER, event.getLoggerName());
		line.plain(THREAD, event.getThreadName());
		line.text(MESSAGE, LineWriter.message(event));
		this.fixed.write(line);
		Map<String, String> mdc = LineWriter.mdc(event);
		line.plain(TRACE_ID, mdc.get(TracingNames.TRACE_ID_MDC_KEY));
		line.plain(SPAN_ID, mdc.get(TracingNames.SPAN_ID_MDC_KEY));
		line.plain(CORRELATION_ID, mdc.get(TracingNames.CORRELATION_ID_MDC_KEY));
		if (this.xrayTraceId) {
			line.xrayTraceId(XRAY_TRACE_ID, mdc.get(TracingNames.TRACE_ID_MDC_KEY));
		}
		attached.write(line.generator(), event);
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			line.plain(TYPE, throwable.getClassName());
			line.text(REASON, throwable.getMessage());
			line.plain(STACK_TRACE, this.stackTraces.render(event));
		}
		line.fixed(VERSION, VERSION_VALUE);
	}

}
