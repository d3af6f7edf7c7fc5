package io.tracingstarter.export.otlp;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.Causes;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.PartialExportException;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one batch in as many requests as the backend's limits ask for, which
 * are known only when a message is encoded: what turns out too large is halved. What the
 * backend refuses for good leaves the rest a chance; after any other failure the rest is
 * not sent.
 */
final class LimitedDelivery {

	private final SpanExporter exporter;

	private final int maxSpans;

	private final List<SpanData> unsent = new ArrayList<>();

	private int rejected;

	private @Nullable String reason;

	private @Nullable Throwable failure;

	LimitedDelivery(SpanExporter exporter, int maxSpans) {
		this.exporter = exporter;
		this.maxSpans = maxSpans;
	}

	void reject(int spans, String why) {
		this.rejected += spans;
		this.reason = why;
	}

	void send(List<SpanData> spans) {
		if (spans.isEmpty()) {
			return;
		}
		if (this.failure != null) {
			this.unsent.addAll(spans);
		}
		else if (spans.size() > this.maxSpans) {
			halve(spans);
		}
		else {
			attempt(spans);
		}
	}

	private void halve(List<SpanData> spans) {
		int middle = spans.size() / 2;
		send(spans.subList(0, middle));
		send(spans.subList(middle, spans.size()));
	}

	private void attempt(List<SpanData> spans) {
		CompletableResultCode result = this.exporter.export(spans);
		if (result.isSuccess()) {
			return;
		}
		Throwable thrown = result.getFailureThrowable();
		PartialExportException partial = Causes.find(PartialExportException.class, thrown);
		ExportException answered = Causes.find(ExportException.class, thrown);
		MessageTooLargeException tooLarge = Causes.find(MessageTooLargeException.class, thrown);
		if (tooLarge != null && spans.size() > 1) {
			halve(spans);
		}
		else if (partial != null) {
			reject(Math.min(partial.getRejected(), spans.size()), FailureReason.of(partial));
		}
		else if (tooLarge != null || (answered != null && !answered.getLossReason().isTemporary())) {
			reject(spans.size(), FailureReason.of(thrown));
		}
		else {
			this.failure = (thrown != null) ? thrown : ExportException.unreachable(FailureReason.of(null));
			this.unsent.addAll(spans);
		}
	}

	CompletableResultCode result() {
		if (this.failure == null && this.reason == null) {
			return CompletableResultCode.ofSuccess();
		}
		String text = (this.failure != null) ? FailureReason.of(this.failure) : String.valueOf(this.reason);
		return CompletableResultCode
			.ofExceptionalFailure(new PartialExportException(text, this.rejected, this.unsent, this.failure));
	}

}
