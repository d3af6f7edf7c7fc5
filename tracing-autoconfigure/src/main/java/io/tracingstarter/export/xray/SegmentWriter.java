package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans as segment documents, by the rules of AWS's own exporter for
 * OpenTelemetry. One span is one document, or two: a service that begins with a call of
 * its own, or with a message, gets a segment to hold it. Not safe for use by several
 * threads.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">X-Ray
 * segment documents</a>
 */
final class SegmentWriter {

	private static final int ALL = Integer.MAX_VALUE;

	private static final int SHORT_STACK = 10;

	private static final int MAX_LINKS = 100;

	private static final Field USER = Field.of("enduser.id", "user.id");

	private static final Field NAMESPACE = Field.of(TracingNames.XRAY_NAMESPACE_ATTRIBUTE);

	private final JsonBytes json = new JsonBytes();

	private final Facts facts;

	private final ResourceParts resource = new ResourceParts();

	private final ExtraFields extra = new ExtraFields();

	private long cut;

	/**
	 * Creates a writer.
	 * @param annotated attributes that become annotations
	 */
	SegmentWriter(Collection<String> annotated) {
		this.facts = new Facts(new AnnotatedAttributes(annotated)::searchableName);
	}

	/** How many documents had to be cut because they were too long. */
	long cut() {
		return this.cut;
	}

	/**
	 * Writes a span.
	 * @param sink takes each document; the bytes are overwritten by the next
	 * @throws E what the sink throws
	 */
	<E extends Exception> void write(SpanData span, Sink<E> sink) throws E {
		this.facts.read(span.getAttributes());
		this.resource.read(span.getResource());
		boolean localRoot = !span.getParentSpanContext().isValid() || span.getParentSpanContext().isRemote();
		boolean call = span.getKind() != SpanKind.SERVER && span.getKind() != SpanKind.INTERNAL;
		if (localRoot && call) {
			String holder = XRayIds.derived(span.getSpanId(), 0);
			writeHolder(span, holder, sink);
			write(span, holder, sink);
		}
		else {
			SpanContext parent = span.getParentSpanContext();
			write(span, parent.isValid() ? parent.getSpanId() : null, sink);
		}
	}

	private <E extends Exception> void writeHolder(SpanData span, String id, Sink<E> sink) throws E {
		this.json.clear();
		this.json.beginObject();
		SpanContext parent = span.getParentSpanContext();
		writeHead(span, SegmentName.ofService(span, this.facts, this.resource.service()), id,
				parent.isValid() ? parent.getSpanId() : null, false);
		HttpBlock.writeBlame(span, this.facts, this.json);
		writeService();
		this.extra.writeAnnotations(this.facts, 0, this.extra.findAnnotations(this.facts), this.json);
		this.json.endObject();
		sink.document(this.json.bytes(), this.json.length());
	}

	private <E extends Exception> void write(SpanData span, @Nullable String parentId, Sink<E> sink) throws E {
		int annotations = this.extra.findAnnotations(this.facts);
		write(span, parentId, annotations, ALL, true);
		if (this.json.length() > Limits.DOCUMENT) {
			this.cut++;
			write(span, parentId, annotations, SHORT_STACK, true);
		}
		if (this.json.length() > Limits.DOCUMENT) {
			write(span, parentId, annotations, 0, true);
		}
		if (this.json.length() > Limits.DOCUMENT) {
			write(span, parentId, annotations, 0, false);
		}
		if (this.json.length() > Limits.DOCUMENT) {
			write(span, parentId, 0, 0, false);
			sink.document(this.json.bytes(), this.json.length());
			writeRest(span, annotations, sink);
		}
		else {
			sink.document(this.json.bytes(), this.json.length());
		}
	}

	private void write(SpanData span, @Nullable String parentId, int annotations, int frames, boolean metadata) {
		boolean subsegment = parentId != null && span.getKind() != SpanKind.SERVER;
		this.json.clear();
		this.json.beginObject();
		writeHead(span, SegmentName.of(span, this.facts, this.resource.service()), span.getSpanId(), parentId,
				subsegment);
		boolean aws = AwsBlock.isAwsCall(this.facts);
		writeNamespace(span, aws, subsegment);
		int told = AttributeName.TOLD;
		if (HttpBlock.write(span, this.facts, this.json)) {
			told |= AttributeName.HTTP | AttributeName.CUT;
		}
		boolean failed = HttpBlock.writeBlame(span, this.facts, this.json);
		CauseBlock.write(span, failed, this.json, frames);
		if (!subsegment) {
			writeService();
		}
		else if (SqlBlock.write(this.facts, this.json)) {
			told |= AttributeName.SQL | AttributeName.CUT;
		}
		AwsBlock.write(aws, this.facts, this.resource, this.json);
		if (aws) {
			told |= AttributeName.AWS;
		}
		this.extra.writeAnnotations(this.facts, 0, annotations, this.json);
		if (metadata) {
			this.extra.writeMetadata(this.facts, told, subsegment ? null : this.resource, this.json);
		}
		writeLinks(span);
		this.json.endObject();
	}

	private void writeNamespace(SpanData span, boolean aws, boolean subsegment) {
		if (span.getKind() == SpanKind.CLIENT) {
			this.json.name("namespace").string(aws ? "aws" : "remote", Limits.TEXT);
		}
		else if (subsegment) {
			String told = NAMESPACE.text(this.facts);
			if (told != null && (told.equals("aws") || told.equals("remote"))) {
				this.json.name("namespace").string(told, Limits.TEXT);
			}
		}
	}

	private void writeHead(SpanData span, String name, String id, @Nullable String parentId, boolean subsegment) {
		this.json.name("name").string(name, Limits.NAME);
		this.json.name("id").spanId(id);
		this.json.name("trace_id").traceId(span.getTraceId());
		this.json.name("start_time").seconds(span.getStartEpochNanos());
		this.json.name("end_time").seconds(Math.max(span.getStartEpochNanos(), span.getEndEpochNanos()));
		if (parentId != null) {
			this.json.name("parent_id").spanId(parentId);
		}
		if (subsegment) {
			this.json.name("type").string("subsegment", Limits.TEXT);
		}
	}

	private void writeService() {
		String origin = this.resource.origin();
		if (origin != null) {
			this.json.name("origin").string(origin, Limits.TEXT);
		}
		String user = USER.text(this.facts);
		if (user != null) {
			this.json.name("user").string(user, Limits.TEXT);
		}
		String version = this.resource.version();
		if (version != null) {
			int service = this.json.begin("service", '{');
			this.json.name("version").string(version, Limits.TEXT);
			this.json.end(service, '}');
		}
	}

	private void writeLinks(SpanData span) {
		List<LinkData> all = span.getLinks();
		if (all.isEmpty()) {
			return;
		}
		int links = this.json.begin("links", '[');
		for (LinkData link : all.subList(0, Math.min(all.size(), MAX_LINKS))) {
			this.json.beginObject();
			this.json.name("trace_id").traceId(link.getSpanContext().getTraceId());
			this.json.name("id").spanId(link.getSpanContext().getSpanId());
			this.json.endObject();
		}
		this.json.end(links, ']');
	}

	/** The annotations of a span that has too many for one document, in subsegments. */
	private <E extends Exception> void writeRest(SpanData span, int annotations, Sink<E> sink) throws E {
		int next = 1;
		int from = 0;
		int size = annotations;
		while (from < annotations) {
			int to = Math.min(from + size, annotations);
			this.json.clear();
			this.json.beginObject();
			writeHead(span, SegmentName.of(span, this.facts, this.resource.service()),
					XRayIds.derived(span.getSpanId(), Limits.ANNOTATIONS + next), span.getSpanId(), true);
			this.extra.writeAnnotations(this.facts, from, to, this.json);
			this.json.endObject();
			if (this.json.length() > Limits.DOCUMENT && size > 1) {
				size /= 2;
				continue;
			}
			sink.document(this.json.bytes(), this.json.length());
			from = to;
			next++;
		}
	}

	/**
	 * Takes documents.
	 *
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	interface Sink<E extends Exception> {

		/**
		 * Takes a document.
		 * @param bytes hold it, from the beginning; to be overwritten
		 * @param length how many bytes it has
		 */
		void document(byte[] bytes, int length) throws E;

	}

}
