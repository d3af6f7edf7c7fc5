package io.tracingstarter.export.xray;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.PartialExportException;

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
		this.socket = new DaemonSocket(daemon, daemon::resolveUdp, System::nanoTime);
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		int rejected = 0;
		Throwable failure = null;
		try {
			for (SpanData span : spans) {
				try {
					this.writer.write(span, this.socket::send);
				}
				catch (DatagramTooLargeException | RuntimeException ex) {
					// the others must not suffer from one span
					rejected++;
					failure = ex;
				}
			}
			this.socket.check();
		}
		catch (IOException ex) {
			// all of them again: what went before may have found nobody, either, and of a
			// document that comes twice X-Ray keeps one
			return CompletableResultCode.ofExceptionalFailure(ex);
		}
		return (failure == null) ? CompletableResultCode.ofSuccess() : CompletableResultCode
			.ofExceptionalFailure(new PartialExportException(FailureReason.of(failure), rejected, List.of(), null));
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
