package io.tracingstarter.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.tracingstarter.TracingNames;
import net.logstash.logback.composite.loggingevent.ThrowableSelectors;
import tools.jackson.core.io.SerializedString;

/**
 * The fields of {@link LogLayout#LOGSTASH}.
 */
final class LogstashFields implements FieldLayout {

	private static final SerializedString TIMESTAMP = new SerializedString("@timestamp");

	private static final SerializedString LEVEL = new SerializedString("level");

	private static final SerializedString LOGGER = new SerializedString("logger");

	private static final SerializedString THREAD = new SerializedString("thread");

	private static final SerializedString MESSAGE = new SerializedString("message");

	private static final SerializedString TRACE_ID = new SerializedString(TracingNames.TRACE_ID_MDC_KEY);

	private static final SerializedString XRAY_TRACE_ID = new SerializedString(TracingNames.XRAY_TRACE_ID_FIELD);

	private static final SerializedString SPAN_ID = new SerializedString(TracingNames.SPAN_ID_MDC_KEY);

	private static final SerializedString CORRELATION_ID = new SerializedString(TracingNames.CORRELATION_ID_MDC_KEY);

	private static final SerializedString CLASS = new SerializedString("throwable_class");

	private static final SerializedString REASON = new SerializedString("throwable_message");

	private static final SerializedString ROOT_CLASS = new SerializedString("throwable_root_cause_class");

	private static final SerializedString ROOT_REASON = new SerializedString("throwable_root_cause_message");

	private static final SerializedString STACK_TRACE = new SerializedString("stack_trace");

	private final Timestamps timestamps = new Timestamps();

	private final FixedFields fixed;

	private final StackTraces stackTraces;

	private final boolean xrayTraceId;

	LogstashFields(JsonLogSettings settings, ReservedNames reserved) {
		reserved.add(TIMESTAMP, LEVEL, LOGGER, THREAD, MESSAGE, TRACE_ID, SPAN_ID, CORRELATION_ID, CLASS, REASON,
				ROOT_CLASS, ROOT_REASON, STACK_TRACE);
		this.fixed = new FixedFields(reserved).service(settings.service(), "service", "version", "environment")
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
			writeThrowable(line, event, throwable);
		}
	}

	private void writeThrowable(LineWriter line, ILoggingEvent event, IThrowableProxy throwable) {
		line.plain(CLASS, throwable.getClassName());
		line.text(REASON, throwable.getMessage());
		IThrowableProxy root = ThrowableSelectors.rootCause(throwable);
		if (root != null) {
			line.plain(ROOT_CLASS, root.getClassName());
			line.text(ROOT_REASON, root.getMessage());
		}
		line.plain(STACK_TRACE, this.stackTraces.render(event));
	}

}
