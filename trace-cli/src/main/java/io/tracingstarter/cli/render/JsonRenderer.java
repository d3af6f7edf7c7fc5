package io.tracingstarter.cli.render;

import java.io.Writer;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.Warning;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Shows a story as one JSON object of the schema {@value #SCHEMA}: the same fields in the
 * same order, whatever is known; what is not known is left out or null as the schema
 * says. Written as it goes, so that its size does not matter. Threads may share one.
 */
public final class JsonRenderer {

	/** The name of the schema, with its version. */
	public static final String SCHEMA = "trace-request/1";

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.build();

	private final Masking masking;

	private final boolean pretty;

	/**
	 * @param masking whether secrets are hidden
	 * @param pretty whether to indent
	 */
	public JsonRenderer(Masking masking, boolean pretty) {
		this.masking = masking;
		this.pretty = pretty;
	}

	/**
	 * Writes the story and a line break, and leaves the writer open.
	 * @throws tools.jackson.core.JacksonException when it cannot be written
	 */
	public void render(Story story, Writer out) {
		try (JsonGenerator json = generator(out, this.pretty)) {
			write(story, new JsonFields(json, this.masking));
			json.writeRaw('\n');
		}
	}

	static JsonGenerator generator(Writer out, boolean pretty) {
		if (!pretty) {
			return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
		}
		return FACTORY.createGenerator(new ObjectWriteContext.Base() {
			@Override
			public PrettyPrinter getPrettyPrinter() {
				return new DefaultPrettyPrinter();
			}

			@Override
			public boolean hasPrettyPrinter() {
				return true;
			}
		}, out);
	}

	private static void write(Story story, JsonFields json) {
		json.startObject();
		json.raw("schema", SCHEMA);
		json.rawTexts("asked", story.asked());
		json.rawTexts("correlationIds", story.correlationIds());
		json.rawTexts("traceIds", story.traceIds());
		json.rawTexts("services", story.services());
		json.time("start", story.startNanos());
		json.time("end", story.endNanos());
		json.number("durationNanos", story.durationNanos());
		json.raw("outcome", story.outcome().name());
		json.text("status", story.status());
		writeFirstError(story.firstError(), json);
		JsonEvents events = new JsonEvents(json);
		json.startArray("spans");
		for (StorySpan span : story.spans()) {
			events.write(span);
		}
		json.endArray();
		json.startArray("lines");
		for (StoryLine line : story.lines()) {
			events.write(line);
		}
		json.endArray();
		json.startArray("warnings");
		for (Warning warning : story.warnings()) {
			json.startObject();
			json.raw("kind", warning.kind().name());
			json.text("text", warning.text());
			json.endObject();
		}
		json.endArray();
		json.startArray("searches");
		for (Search search : story.searches()) {
			writeSearch(search, json);
		}
		json.endArray();
		json.startArray("links");
		for (DeepLink link : story.links()) {
			json.startObject();
			json.text("label", link.label());
			json.text("url", link.url());
			json.endObject();
		}
		json.endArray();
		json.endObject();
	}

	private static void writeFirstError(@Nullable FirstError error, JsonFields json) {
		if (error == null) {
			json.nothing("firstError");
			return;
		}
		json.startObject("firstError");
		json.text("service", error.service());
		json.number("span", error.span());
		json.text("what", error.what());
		json.time("time", error.nanos());
		json.text("type", error.type());
		json.text("message", error.message());
		json.failure("failure", error.failure());
		json.endObject();
	}

	private static void writeSearch(Search search, JsonFields json) {
		json.startObject();
		json.text("source", search.source());
		json.text("target", search.target());
		if (search.window() != null) {
			json.startObject("window");
			json.time("from", search.window().fromNanos());
			json.time("until", search.window().untilNanos());
			json.endObject();
		}
		else {
			json.nothing("window");
		}
		json.number("spans", search.spans());
		json.number("lines", search.lines());
		json.number("tookNanos", search.took().toNanos());
		json.texts("notes", search.notes());
		if (search.problem() != null) {
			json.startObject("problem");
			json.text("reason", search.problem().reason());
			json.text("action", search.problem().action());
			json.endObject();
		}
		else {
			json.nothing("problem");
		}
		json.endObject();
	}

}
