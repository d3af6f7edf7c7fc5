package io.tracingstarter.export.zipkin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.PartialExportException;
import org.jspecify.annotations.Nullable;
import zipkin2.reporter.BytesMessageSender;

/**
 * The delivery of one batch: fills messages up to the sender's limit, sends them, and
 * remembers which spans did not arrive.
 */
final class ZipkinDelivery {

	private final BytesMessageSender sender;

	private List<SpanData> spans = new ArrayList<>();

	private List<byte[]> message = new ArrayList<>();

	private final List<SpanData> unsent = new ArrayList<>();

	private int tooLarge;

	private @Nullable String reason;

	private @Nullable Exception failure;

	ZipkinDelivery(BytesMessageSender sender) {
		this.sender = sender;
	}

	void add(SpanData span, byte[] encoded) {
		if (this.sender.messageSizeInBytes(encoded.length) > this.sender.messageMaxBytes()) {
			this.tooLarge++;
			this.reason = "a span of " + encoded.length + " bytes is larger than a message may be ("
					+ this.sender.messageMaxBytes() + " bytes)";
			return;
		}
		this.message.add(encoded);
		if (this.sender.messageSizeInBytes(this.message) > this.sender.messageMaxBytes()) {
			this.message.remove(this.message.size() - 1);
			send();
			this.message.add(encoded);
		}
		this.spans.add(span);
	}

	private void send() {
		if (this.failure == null && !this.message.isEmpty()) {
			try {
				this.sender.send(this.message);
				this.spans.clear();
			}
			catch (IOException | RuntimeException ex) {
				this.failure = ex;
			}
		}
		this.unsent.addAll(this.spans);
		this.message = new ArrayList<>();
		this.spans = new ArrayList<>();
	}

	CompletableResultCode end() {
		send();
		if (this.failure == null && this.reason == null) {
			return CompletableResultCode.ofSuccess();
		}
		String text = (this.failure != null) ? FailureReason.of(this.failure) : String.valueOf(this.reason);
		return CompletableResultCode
			.ofExceptionalFailure(new PartialExportException(text, this.tooLarge, this.unsent, this.failure));
	}

}
