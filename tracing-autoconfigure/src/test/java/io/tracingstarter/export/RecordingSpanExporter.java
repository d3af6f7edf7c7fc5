package io.tracingstarter.export;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Keeps the names of what it was given, batch by batch, and answers as told.
 */
class RecordingSpanExporter implements SpanExporter {

	final List<List<String>> batches = new CopyOnWriteArrayList<>();

	final Semaphore exports = new Semaphore(0);

	final CountDownLatch shutdown = new CountDownLatch(1);

	volatile Supplier<CompletableResultCode> answer = CompletableResultCode::ofSuccess;

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		this.batches.add(spans.stream().map(SpanData::getName).toList());
		this.exports.release();
		return this.answer.get();
	}

	List<String> names() {
		return this.batches.stream().flatMap(List::stream).toList();
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		this.shutdown.countDown();
		return CompletableResultCode.ofSuccess();
	}

}
