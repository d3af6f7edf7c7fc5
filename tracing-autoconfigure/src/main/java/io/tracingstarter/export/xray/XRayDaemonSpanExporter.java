package io.tracingstarter.export.xray;

import java.io.IOException;
import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Sends spans to the X-Ray daemon, as segments and subsegments over UDP. Used by one
 * thread at a time, so it belongs behind a queue.
 */
public final class XRayDaemonSpanExporter implements SpanExporter {

	private final SegmentWriter writer;

	private final DaemonSocket socket;

	/**
	 * Creates the exporter. Opens no socket yet.
	 * @param daemon where the daemon listens
	 * @param annotated names of attributes that become annotations, by which X-Ray
	 * searches; the correlation id always is one
	 */
	public XRayDaemonSpanExporter(DaemonAddress daemon, Collection<String> annotated) {
		this.writer = new SegmentWriter(annotated);
		this.socket = new DaemonSocket(daemon, System::nanoTime);
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		try {
			for (SpanData span : spans) {
				this.writer.write(span, this.socket::send);
			}
			this.socket.check();
			return CompletableResultCode.ofSuccess();
		}
		catch (IOException ex) {
			// all of them again: what went before may have found nobody, either, and of a
			// document that comes twice X-Ray keeps one
			return CompletableResultCode.ofExceptionalFailure(ex);
		}
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		try {
			this.socket.close();
			return CompletableResultCode.ofSuccess();
		}
		catch (IOException ex) {
			return CompletableResultCode.ofExceptionalFailure(ex);
		}
	}

	@Override
	public String toString() {
		return "XRayDaemonSpanExporter";
	}

}
