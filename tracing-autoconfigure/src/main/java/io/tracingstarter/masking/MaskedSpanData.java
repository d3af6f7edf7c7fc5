package io.tracingstarter.masking;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.jspecify.annotations.Nullable;

/**
 * A finished span without its secrets: in its name, its attributes, its status, its
 * events (where exceptions are, with message and stack trace) and its links. Each is
 * looked through when somebody asks for it: of most spans that are not sampled nobody
 * asks for more than the status. A race does the same work twice.
 */
final class MaskedSpanData extends DelegatingSpanData {

	private final SecretMasker masker;

	private @Nullable String name;

	private @Nullable Attributes attributes;

	private @Nullable List<EventData> events;

	private @Nullable List<LinkData> links;

	private @Nullable StatusData status;

	MaskedSpanData(SpanData span, SecretMasker masker) {
		super(span);
		this.masker = masker;
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
		String masked = this.name;
		if (masked == null) {
			masked = this.masker.mask(super.getName());
			this.name = masked;
		}
		return masked;
	}

	@Override
	public Attributes getAttributes() {
		Attributes masked = this.attributes;
		if (masked == null) {
			masked = MaskedAttributes.of(super.getAttributes(), this.masker);
			this.attributes = masked;
		}
		return masked;
	}

	@Override
	public List<EventData> getEvents() {
		List<EventData> masked = this.events;
		if (masked == null) {
			masked = events(super.getEvents(), this.masker);
			this.events = masked;
		}
		return masked;
	}

	@Override
	public List<LinkData> getLinks() {
		List<LinkData> masked = this.links;
		if (masked == null) {
			masked = links(super.getLinks(), this.masker);
			this.links = masked;
		}
		return masked;
	}

	@Override
	public StatusData getStatus() {
		StatusData masked = this.status;
		if (masked == null) {
			masked = status(super.getStatus(), this.masker);
			this.status = masked;
		}
		return masked;
	}

}
