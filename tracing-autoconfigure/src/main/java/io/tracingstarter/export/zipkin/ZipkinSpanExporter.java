package io.tracingstarter.export.zipkin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.FailureReason;
import org.jspecify.annotations.Nullable;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.SpanBytesEncoder;

/**
 * Posts spans to Zipkin as v2 JSON. Blocks until Zipkin has answered, so it belongs
 * behind a queue. Batches larger than the sender's limit go in several messages; a
 * message that fails does not keep the next one from being tried.
 */
public final class ZipkinSpanExporter implements SpanExporter {

	private final BytesMessageSender sender;

	private final ZipkinSpanConverter converter = new ZipkinSpanConverter();

	/**
	 * Creates the exporter.
	 * @param sender carries JSON messages; closed on shutdown
	 */
	public ZipkinSpanExporter(BytesMessageSender sender) {
		this.sender = sender;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		Delivery delivery = new Delivery();
		List<byte[]> message = new ArrayList<>();
		for (SpanData span : spans) {
			byte[] encoded = SpanBytesEncoder.JSON_V2.encode(this.converter.convert(span));
			if (this.sender.messageSizeInBytes(encoded.length) > this.sender.messageMaxBytes()) {
				delivery.lost(1, "a span of " + encoded.length + " bytes is larger than a message may be ("
						+ this.sender.messageMaxBytes() + " bytes)");
				continue;
			}
			message.add(encoded);
			if (this.sender.messageSizeInBytes(message) > this.sender.messageMaxBytes()) {
				message.remove(message.size() - 1);
				send(message, delivery);
				message = new ArrayList<>(List.of(encoded));
			}
		}
		send(message, delivery);
		return delivery.result();
	}

	private void send(List<byte[]> message, Delivery delivery) {
		if (message.isEmpty()) {
			return;
		}
		try {
			this.sender.send(message);
		}
		catch (IOException | RuntimeException ex) {
			delivery.lost(message.size(), FailureReason.of(ex));
		}
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		try {
			this.sender.close();
			return CompletableResultCode.ofSuccess();
		}
		catch (IOException ex) {
			return CompletableResultCode.ofExceptionalFailure(ex);
		}
	}

	@Override
	public String toString() {
		return "ZipkinSpanExporter";
	}

	private static final class Delivery {

		private int lost;

		private @Nullable String reason;

		void lost(int spans, String reason) {
			this.lost += spans;
			this.reason = reason;
		}

		CompletableResultCode result() {
			return (this.reason == null) ? CompletableResultCode.ofSuccess()
					: CompletableResultCode.ofExceptionalFailure(new ExportException(this.reason, this.lost));
		}

	}

}
