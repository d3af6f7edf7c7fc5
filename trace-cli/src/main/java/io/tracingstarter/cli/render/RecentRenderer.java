package io.tracingstarter.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import io.tracingstarter.cli.model.RecentRequest;
import io.tracingstarter.cli.render.Style.Ink;
import tools.jackson.core.JsonGenerator;

/**
 * Shows recent requests, as text and as JSON. Threads may share one.
 */
public final class RecentRenderer {

	/** The name of the JSON schema, with its version. */
	public static final String SCHEMA = "trace-request-recent/1";

	private static final int TIME = 18;

	private static final int DURATION = 9;

	private static final int STATUS = 7;

	private final TextOptions options;

	public RecentRenderer(TextOptions options) {
		this.options = options;
	}

	/**
	 * Writes the requests as text.
	 * @throws IOException when they cannot be written
	 */
	public void render(List<RecentRequest> requests, Appendable out) throws IOException {
		Page page = new Page(this.options, out);
		if (requests.isEmpty()) {
			page.line("No requests with spans, warnings or errors were found.");
			return;
		}
		int id = Math.min(36, requests.stream().mapToInt((request) -> request.id().length()).max().orElse(0));
		int name = page.width() - 2 - TIME - 1 - id - 2 - DURATION - 1 - STATUS - 1;
		page.line(Times.point(requests.get(0).startNanos(), this.options.zone()) + " and before");
		page.line(page.paint(Ink.FAINT, "  " + page.left("time", TIME) + " " + page.left("id", id) + "  "
				+ page.right("duration", DURATION) + " " + page.left("status", STATUS) + " request"));
		for (RecentRequest request : requests) {
			Ink ink = request.failed() ? Ink.RED : Ink.NONE;
			String time = Times.point(request.startNanos(), this.options.zone()).substring(5, 5 + TIME);
			String duration = (request.durationNanos() >= 0) ? Times.duration(request.durationNanos()) : "-";
			String service = request.service().isEmpty() ? "" : request.service() + ": ";
			String status = (request.status() != null) ? request.status() : request.failed() ? "ERROR" : "";
			page.line(page.paint(ink, (request.failed() ? "! " : "  ") + time) + " "
					+ page.left(page.safe(request.id()), id) + "  " + page.right(duration, DURATION) + " "
					+ page.paint(ink, page.left(page.safe(status), STATUS)) + " "
					+ Cells.cut(page.safe(service + request.name()), Math.max(10, name), page.style().ellipsis()));
			if (request.error() != null && !request.error().equals(request.name())) {
				page.wrapped("      ", "      ", page.safe(request.error()), 1, Ink.RED);
			}
		}
	}

	/**
	 * Writes the requests as one JSON object, and leaves the writer open.
	 */
	public void renderJson(List<RecentRequest> requests, Writer out) {
		try (JsonGenerator generator = JsonRenderer.generator(out, true)) {
			JsonFields json = new JsonFields(generator, this.options.masking());
			json.startObject();
			json.raw("schema", SCHEMA);
			json.startArray("requests");
			for (RecentRequest request : requests) {
				json.startObject();
				json.raw("id", request.id());
				json.time("start", request.startNanos());
				json.number("durationNanos", request.durationNanos());
				json.text("service", request.service());
				json.text("name", request.name());
				json.text("status", request.status());
				json.flag("failed", request.failed());
				json.text("error", request.error());
				json.endObject();
			}
			json.endArray();
			json.endObject();
			generator.writeRaw('\n');
		}
	}

}
