package io.tracingstarter.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;

import io.tracingstarter.cli.model.ServiceMap;
import io.tracingstarter.cli.model.ServiceMap.Edge;
import io.tracingstarter.cli.model.ServiceMap.Node;
import io.tracingstarter.cli.model.ServiceMap.Numbers;
import io.tracingstarter.cli.render.Style.Ink;
import tools.jackson.core.JsonGenerator;

/**
 * Shows the map of services, as text and as JSON. Threads may share one.
 */
public final class ServiceMapRenderer {

	/** The name of the JSON schema, with its version. */
	public static final String SCHEMA = "trace-request-map/1";

	private static final int WIDE = 80;

	private static final int COUNT = 8;

	private static final int COLUMN = 9;

	private final TextOptions options;

	public ServiceMapRenderer(TextOptions options) {
		this.options = options;
	}

	/**
	 * Writes the map as text.
	 * @throws IOException when it cannot be written
	 */
	public void render(ServiceMap map, Appendable out) throws IOException {
		Page page = new Page(this.options, out);
		if (map.nodes().isEmpty()) {
			page.line("No spans were found.");
			return;
		}
		head(page, "service");
		for (Node node : map.nodes()) {
			write(page, map, node.name() + (node.traced() ? "" : " (no spans)"), node.numbers());
		}
		if (!map.edges().isEmpty()) {
			page.line();
			head(page, "call");
			for (Edge edge : map.edges()) {
				write(page, map, edge.from() + " " + page.style().arrow() + " " + edge.to(), edge.numbers());
			}
		}
	}

	private int name() {
		return Math.min(60, this.options.width() - 2 - count("").length() - 4 * (COLUMN + 1));
	}

	/** How many is what a narrow terminal can do without. */
	private String count(String count) {
		return (this.options.width() < WIDE) ? "" : " " + " ".repeat(Math.max(0, COUNT - count.length())) + count;
	}

	private void head(Page page, String what) throws IOException {
		page.line(page.paint(Ink.FAINT,
				"  " + page.left(what, name()) + count("count") + " " + page.right("per min", COLUMN) + " "
						+ page.right("errors", COLUMN) + " " + page.right("p50", COLUMN) + " "
						+ page.right("p99", COLUMN)));
	}

	private void write(Page page, ServiceMap map, String name, Numbers numbers) throws IOException {
		Ink ink = (numbers.errors() > 0) ? Ink.RED : Ink.NONE;
		String begin = page.paint(ink, (numbers.errors() > 0) ? "! " : "  ");
		String label = page.safe(name);
		if (Cells.width(label) > name()) {
			// what cannot be read whole stands alone
			page.line(begin + Cells.cut(label, page.width() - 2, page.style().ellipsis()));
			begin = "  ";
			label = "";
		}
		page.line(begin + page.left(label, name()) + count(Long.toString(numbers.count())) + " "
				+ page.right(rate(perMinute(map, numbers)), COLUMN) + " "
				+ page.paint(ink, page.right(decimal(numbers.errorRatio() * 100) + " %", COLUMN)) + " "
				+ page.right(Times.duration(numbers.p50Nanos()), COLUMN) + " "
				+ page.right(Times.duration(numbers.p99Nanos()), COLUMN));
	}

	private static double perMinute(ServiceMap map, Numbers numbers) {
		return numbers.count() * 60.0 / map.seconds();
	}

	private static String rate(double perMinute) {
		return (perMinute < 1) ? BigDecimal.valueOf(perMinute).setScale(2, RoundingMode.HALF_UP).toPlainString()
				: decimal(perMinute);
	}

	private static String decimal(double value) {
		return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
	}

	/**
	 * Writes the map as one JSON object, and leaves the writer open.
	 */
	public void renderJson(ServiceMap map, Writer out) {
		try (JsonGenerator generator = JsonRenderer.generator(out, true)) {
			JsonFields json = new JsonFields(generator, this.options.masking());
			json.startObject();
			json.raw("schema", SCHEMA);
			json.number("seconds", map.seconds());
			json.startArray("services");
			for (Node node : map.nodes()) {
				json.startObject();
				json.text("name", node.name());
				json.flag("traced", node.traced());
				numbers(json, node.numbers());
				json.endObject();
			}
			json.endArray();
			json.startArray("calls");
			for (Edge edge : map.edges()) {
				json.startObject();
				json.text("from", edge.from());
				json.text("to", edge.to());
				numbers(json, edge.numbers());
				json.endObject();
			}
			json.endArray();
			json.endObject();
			generator.writeRaw('\n');
		}
	}

	private static void numbers(JsonFields json, Numbers numbers) {
		json.number("count", numbers.count());
		json.number("errors", numbers.errors());
		json.decimal("errorRatio", numbers.errorRatio());
		json.number("p50Nanos", numbers.p50Nanos());
		json.number("p99Nanos", numbers.p99Nanos());
	}

}
