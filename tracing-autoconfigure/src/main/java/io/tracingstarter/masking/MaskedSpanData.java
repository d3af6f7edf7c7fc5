package io.tracingstarter.masking;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * A finished span without its secrets: in its name, its attributes, its status, its
 * events (where exceptions are, with message and stack trace) and its links.
 */
final class MaskedSpanData extends DelegatingSpanData {

	private final String name;

	private final Attributes attributes;

	private final List<EventData> events;

	private final List<LinkData> links;

	private final StatusData status;

	MaskedSpanData(SpanData span, SecretMasker masker) {
		super(span);
		this.name = masker.mask(span.getName());
		this.attributes = MaskedAttributes.of(span.getAttributes(), masker);
		this.events = events(span.getEvents(), masker);
		this.links = links(span.getLinks(), masker);
		this.status = status(span.getStatus(), masker);
	}

	private static List<EventData> events(List<EventData> events, SecretMasker masker) {
		List<EventData> masked = new ArrayList<>(events.size());
		for (EventData event : events) {
			masked.add(EventData.create(event.getEpochNanos(), masker.mask(event.getName()),
					MaskedAttributes.of(event.getAttributes(), masker), event.getTotalAttributeCount()));
		}
		return masked;
	}

	private static List<LinkData> links(List<LinkData> links, SecretMasker masker) {
		List<LinkData> masked = new ArrayList<>(links.size());
		for (LinkData link : links) {
			masked.add(LinkData.create(link.getSpanContext(), MaskedAttributes.of(link.getAttributes(), masker),
					link.getTotalAttributeCount()));
		}
		return masked;
	}

	private static StatusData status(StatusData status, SecretMasker masker) {
		String description = status.getDescription();
		String masked = masker.mask(description);
		return masked.equals(description) ? status : StatusData.create(status.getStatusCode(), masked);
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Attributes getAttributes() {
		return this.attributes;
	}

	@Override
	public List<EventData> getEvents() {
		return this.events;
	}

	@Override
	public List<LinkData> getLinks() {
		return this.links;
	}

	@Override
	public StatusData getStatus() {
		return this.status;
	}

}
