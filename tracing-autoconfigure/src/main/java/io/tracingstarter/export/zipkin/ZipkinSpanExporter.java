package io.tracingstarter.export.zipkin;

import java.io.IOException;
import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.SpanBytesEncoder;

/**
 * Posts spans to Zipkin as v2 JSON. Blocks until Zipkin has answered, so it belongs
 * behind a queue. Batches larger than the sender's limit go in several messages; after
 * one that fails the rest is not sent.
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
		ZipkinDelivery delivery = new ZipkinDelivery(this.sender);
		for (SpanData span : spans) {
			delivery.add(span, SpanBytesEncoder.JSON_V2.encode(this.converter.convert(span)));
		}
		return delivery.end();
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

}
