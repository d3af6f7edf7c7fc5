package io.tracingstarter.export.xray;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.SpanFailure;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of a span, with their causes and stacks.
 */
final class CauseBlock {

	private static final int MAX_EXCEPTIONS = 20;

	private final SpanData span;

	private final JsonBytes json;

	private final int frames;

	private final boolean remote;

	private int written;

	private CauseBlock(SpanData span, JsonBytes json, int frames) {
		this.span = span;
		this.json = json;
		this.frames = frames;
		this.remote = span.getKind() == SpanKind.CLIENT;
	}

	/**
	 * Writes the block where there is something to tell.
	 * @param failed whether the span is an error or a fault
	 * @param frames how many lines of each stack
	 */
	static void write(SpanData span, boolean failed, JsonBytes json, int frames) {
		if (failed || !span.getEvents().isEmpty()) {
			new CauseBlock(span, json, frames).write(failed);
		}
	}

	private void write(boolean failed) {
		int cause = this.json.begin("cause", '{');
		int exceptions = this.json.begin("exceptions", '[');
		for (EventData event : this.span.getEvents()) {
			SpanFailure failure = SpanFailure.of(event);
			if (failure != null) {
				write(failure);
			}
		}
		String description = this.span.getStatus().getDescription();
		if (this.written == 0 && failed && !description.isEmpty()) {
			write(null, description, null, false);
		}
		this.json.end(exceptions, ']');
		this.json.end(cause, '}');
	}

	private void write(SpanFailure failure) {
		JavaStack stack = (failure.stackTrace() != null) ? JavaStack.parse(failure.stackTrace()) : null;
		JavaStack cause = (stack != null) ? stack.cause() : null;
		write(failure.type(), failure.message(), stack, cause != null);
		while (cause != null) {
			JavaStack next = cause.cause();
			write(cause.type(), cause.message(), cause, next != null);
			cause = next;
		}
	}

	private void write(@Nullable String type, @Nullable String message, @Nullable JavaStack stack, boolean caused) {
		if (this.written == MAX_EXCEPTIONS) {
			return;
		}
		this.written++;
		this.json.beginObject();
		this.json.name("id").spanId(XRayIds.derived(this.span.getSpanId(), this.written));
		if (type != null && !type.isEmpty()) {
			this.json.name("type").string(type, Limits.TEXT);
		}
		if (message != null) {
			this.json.name("message").string(message, Limits.TEXT);
		}
		if (this.remote) {
			this.json.name("remote").bool(true);
		}
		if (caused && this.written < MAX_EXCEPTIONS) {
			this.json.name("cause").spanId(XRayIds.derived(this.span.getSpanId(), this.written + 1));
		}
		if (stack != null) {
			stack.write(this.json, this.frames);
		}
		this.json.endObject();
	}

}
