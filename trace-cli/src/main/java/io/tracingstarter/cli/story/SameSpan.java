package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether two reports of a span id are of the same span, and makes one of them.
 * Stores round times, write names in lower case and leave things out.
 */
final class SameSpan {

	/** As much as stores round. */
	private static final long TOLERANCE = 5 * Nanos.MILLISECOND;

	/** What is merged into a span from elsewhere; what one source tells is not cut. */
	private static final int MAX_MERGED = 256;

	private SameSpan() {
	}

	/** Returns the span with times that can be calculated with. */
	static Span plausible(Span span) {
		if (span.startNanos() >= 0) {
			return span;
		}
		return with(span, span.service(), 0, Math.max(0, span.endNanos()));
	}

	static Span with(Span span, String service, long start, long end) {
		return new Span(span.traceId(), span.spanId(), span.parentSpanId(), service, span.name(), span.kind(), start,
				end, span.status(), span.statusMessage(), span.attributes(), span.events());
	}

	static boolean isSame(Span first, Span second) {
		boolean service = first.service().isEmpty() || second.service().isEmpty()
				|| first.service().equalsIgnoreCase(second.service());
		boolean half = half(first) == 0 || half(second) == 0 || half(first) == half(second);
		return service && half && first.startNanos() <= Nanos.plus(second.endNanos(), TOLERANCE)
				&& second.startNanos() <= Nanos.plus(first.endNanos(), TOLERANCE);
	}

	private static int half(Span span) {
		return switch (span.kind()) {
			case CLIENT, PRODUCER -> 1;
			case SERVER, CONSUMER -> 2;
			case INTERNAL -> 0;
		};
	}

	static Span merge(Span first, Span second) {
		boolean secondLeads = precision(second) > precision(first);
		Span lead = secondLeads ? second : first;
		Span other = secondLeads ? first : second;
		return new Span(lead.traceId(), lead.spanId(), firstOf(lead.parentSpanId(), other.parentSpanId()),
				spelling(lead.service(), other.service()), spelling(lead.name(), other.name()),
				(lead.kind() != SpanKind.INTERNAL) ? lead.kind() : other.kind(), lead.startNanos(), lead.endNanos(),
				worse(lead.status(), other.status()), firstOf(lead.statusMessage(), other.statusMessage()),
				attributes(lead.attributes(), other.attributes()), events(lead.events(), other.events()));
	}

	private static int precision(Span span) {
		return Math.max(Nanos.precision(span.startNanos()), Nanos.precision(span.endNanos()));
	}

	private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
		return (first != null && !first.isEmpty()) ? first : second;
	}

	/** Of two spellings, the one that was not put into lower case. */
	private static String spelling(String first, String second) {
		if (first.isEmpty()) {
			return second;
		}
		boolean lowered = first.equalsIgnoreCase(second) && second.chars().anyMatch(Character::isUpperCase);
		return lowered ? second : first;
	}

	private static SpanStatus worse(SpanStatus first, SpanStatus second) {
		return (first.compareTo(second) >= 0) ? first : second;
	}

	private static Map<String, String> attributes(Map<String, String> lead, Map<String, String> other) {
		if (lead.size() >= MAX_MERGED || lead.keySet().containsAll(other.keySet())) {
			return lead;
		}
		Map<String, String> all = new LinkedHashMap<>(lead);
		other.entrySet()
			.stream()
			.limit(MAX_MERGED)
			.forEach((entry) -> all.putIfAbsent(entry.getKey(), entry.getValue()));
		return all;
	}

	private static List<SpanEvent> events(List<SpanEvent> lead, List<SpanEvent> other) {
		if (other.isEmpty() || lead.size() >= MAX_MERGED) {
			return lead;
		}
		Set<String> known = new HashSet<>();
		lead.forEach((event) -> known.add(key(event)));
		List<SpanEvent> all = new ArrayList<>(lead);
		other.stream().limit(MAX_MERGED).filter((event) -> !known.contains(key(event))).forEach(all::add);
		all.sort((a, b) -> Long.compare(a.nanos(), b.nanos()));
		return all;
	}

	private static String key(SpanEvent event) {
		return Math.floorDiv(event.nanos(), Nanos.MILLISECOND) + event.name();
	}

}
