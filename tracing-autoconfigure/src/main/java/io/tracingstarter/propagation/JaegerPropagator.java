package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Jaeger's own header, {@code uber-trace-id:
 * {trace-id}:{span-id}:{parent-span-id}:{flags}}.
 * <p>
 * OpenTelemetry has deprecated its own class for it; services that still speak it have
 * not gone away. The ids are hexadecimal, and may come without their leading zeros. A
 * header that breaks a rule is ignored. Jaeger's baggage headers are never read.
 *
 * @see <a href="https://www.jaegertracing.io/sdk-migration/#propagation-format">Jaeger:
 * propagation format</a>
 */
public final class JaegerPropagator implements TextMapPropagator {

	/**
	 * The header.
	 */
	public static final String HEADER = "uber-trace-id";

	private static final int SAMPLED = 0x01;

	private static final int DEBUG = 0x02;

	private static final int LONGEST_HEADER = 128;

	private static final String ZEROS = TraceId.getInvalid();

	@Override
	public Collection<String> fields() {
		return List.of(HEADER);
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		SpanContext span = Span.fromContext(context).getSpanContext();
		if (span.isValid()) {
			// the parent's id is deprecated, and 0 where it is not known
			setter.set(carrier, HEADER,
					span.getTraceId() + ':' + span.getSpanId() + ":0:" + (span.isSampled() ? '1' : '0'));
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		String header = getter.get(carrier, HEADER);
		SpanContext span = (header != null) ? parse(header) : SpanContext.getInvalid();
		return span.isValid() ? context.with(Span.wrap(span)) : context;
	}

	/**
	 * Reads a header.
	 * @return the caller's span; an invalid one where the header breaks a rule
	 */
	static SpanContext parse(String header) {
		if (header.length() > LONGEST_HEADER) {
			return SpanContext.getInvalid();
		}
		// some clients encode the colons
		String[] parts = header.replace("%3A", ":").replace("%3a", ":").split(":", -1);
		if (parts.length != 4) {
			return SpanContext.getInvalid();
		}
		String traceId = hex(parts[0], TraceId.getLength());
		String spanId = hex(parts[1], SpanId.getLength());
		// read by nobody any more; what is no id at all is still no header of Jaeger's
		String parentId = hex(parts[2], SpanId.getLength());
		String flags = hex(parts[3], TraceFlags.getLength());
		if (traceId == null || spanId == null || parentId == null || flags == null) {
			return SpanContext.getInvalid();
		}
		boolean sampled = (Integer.parseInt(flags, 16) & (SAMPLED | DEBUG)) != 0;
		return SpanContext.createFromRemoteParent(traceId, spanId,
				sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
	}

	private static @Nullable String hex(String digits, int length) {
		if (digits.isEmpty() || digits.length() > length) {
			return null;
		}
		for (int i = 0; i < digits.length(); i++) {
			char c = digits.charAt(i);
			boolean hexadecimal = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
			if (!hexadecimal) {
				return null;
			}
		}
		return ZEROS.substring(0, length - digits.length()) + digits.toLowerCase(Locale.ROOT);
	}

}
