package io.tracingstarter.logging;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.tracingstarter.TracingNames;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * The fields of {@link LogLayout#OTEL}: the OpenTelemetry log data model.
 * <p>
 * {@code Timestamp} is nanoseconds since 1970 as text, because the specification's
 * example records write it so and a JSON number would lose digits. What the application
 * attaches stands in {@code Attributes}; the fixed fields describe the service and stand
 * in {@code Resource}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/logs/data-model/">Logs Data
 * Model</a>
 */
final class OtelFields implements FieldLayout {

	private static final SerializedString TIMESTAMP = new SerializedString("Timestamp");

	private static final SerializedString SEVERITY_TEXT = new SerializedString("SeverityText");

	private static final SerializedString SEVERITY_NUMBER = new SerializedString("SeverityNumber");

	private static final SerializedString BODY = new SerializedString("Body");

	private static final SerializedString TRACE_ID = new SerializedString("TraceId");

	private static final SerializedString XRAY_TRACE_ID = new SerializedString(TracingNames.XRAY_TRACE_ID_FIELD);

	private static final SerializedString SPAN_ID = new SerializedString("SpanId");

	private static final SerializedString RESOURCE = new SerializedString("Resource");

	private static final SerializedString SCOPE = new SerializedString("InstrumentationScope");

	private static final SerializedString NAME = new SerializedString("name");

	private static final SerializedString ATTRIBUTES = new SerializedString("Attributes");

	private static final SerializedString CORRELATION_ID = new SerializedString(TracingNames.CORRELATION_ID_ATTRIBUTE);

	private static final SerializedString THREAD = new SerializedString("thread.name");

	private static final SerializedString TYPE = new SerializedString("exception.type");

	private static final SerializedString REASON = new SerializedString("exception.message");

	private static final SerializedString STACK_TRACE = new SerializedString("exception.stacktrace");

	private final FixedFields resource;

	private final StackTraces stackTraces;

	private final boolean xrayTraceId;

	OtelFields(JsonLogSettings settings, ReservedNames attributes) {
		attributes.add(CORRELATION_ID, THREAD, TYPE, REASON, STACK_TRACE);
		this.resource = new FixedFields(new ReservedNames())
			.service(settings.service(), "service.name", "service.version", "deployment.environment.name")
			.fields(settings.fields());
		this.xrayTraceId = settings.xrayTraceId();
		if (this.xrayTraceId) {
			attributes.add(XRAY_TRACE_ID);
		}
		this.stackTraces = new StackTraces(settings.stackTraceLength(), settings.masker());
	}

	@Override
	public void write(LineWriter line, ILoggingEvent event, AttachedFields attached) {
		JsonGenerator generator = line.generator();
		Map<String, String> mdc = LineWriter.mdc(event);
		line.plain(TIMESTAMP, Timestamps.nanos(LineWriter.instant(event)));
		line.plain(SEVERITY_TEXT, event.getLevel().levelStr);
		generator.writeName(SEVERITY_NUMBER);
		generator.writeNumber(severityNumber(event.getLevel()));
		line.text(BODY, LineWriter.message(event));
		line.plain(TRACE_ID, mdc.get(TracingNames.TRACE_ID_MDC_KEY));
		line.plain(SPAN_ID, mdc.get(TracingNames.SPAN_ID_MDC_KEY));
		if (!this.resource.isEmpty()) {
			generator.writeName(RESOURCE);
			generator.writeStartObject();
			this.resource.write(line);
			generator.writeEndObject();
		}
		generator.writeName(SCOPE);
		generator.writeStartObject();
		line.plain(NAME, event.getLoggerName());
		generator.writeEndObject();
		generator.writeName(ATTRIBUTES);
		generator.writeStartObject();
		writeAttributes(line, event, mdc, attached);
		generator.writeEndObject();
	}

	private void writeAttributes(LineWriter line, ILoggingEvent event, Map<String, String> mdc,
			AttachedFields attached) {
		line.plain(CORRELATION_ID, mdc.get(TracingNames.CORRELATION_ID_MDC_KEY));
		if (this.xrayTraceId) {
			line.xrayTraceId(XRAY_TRACE_ID, mdc.get(TracingNames.TRACE_ID_MDC_KEY));
		}
		line.plain(THREAD, event.getThreadName());
		attached.write(line.generator(), event);
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			line.plain(TYPE, throwable.getClassName());
			line.text(REASON, throwable.getMessage());
			line.plain(STACK_TRACE, this.stackTraces.render(event));
		}
	}

	// first number of each range, data model's section "Mapping of SeverityNumber"
	private static int severityNumber(Level level) {
		return switch (level.levelInt) {
			case Level.ERROR_INT -> 17;
			case Level.WARN_INT -> 13;
			case Level.INFO_INT -> 9;
			case Level.DEBUG_INT -> 5;
			default -> 1;
		};
	}

}
