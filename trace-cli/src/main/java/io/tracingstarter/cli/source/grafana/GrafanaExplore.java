package io.tracingstarter.cli.source.grafana;

import java.net.URI;
import java.util.function.Consumer;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.QueryString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Grafana's Explore page for one data source.
 *
 * @param url Grafana's base URL, without slash at the end
 * @param datasourceUid the data source's uid, as its settings page shows it in the URL
 */
public record GrafanaExplore(URI url, String datasourceUid) {

	/**
	 * Returns the page that shows a trace of Tempo.
	 */
	public String trace(String traceId, @Nullable TimeWindow window) {
		return page("tempo", window, (query) -> query.put("queryType", "traceql").put("query", traceId));
	}

	/**
	 * Returns the page that shows the lines of a query of Loki.
	 */
	public String lines(String query, @Nullable TimeWindow window) {
		return page("loki", window, (each) -> each.put("queryType", "range").put("expr", query));
	}

	private String page(String type, @Nullable TimeWindow window, Consumer<ObjectNode> filler) {
		ObjectNode panes = JsonElements.MAPPER.createObjectNode();
		ObjectNode pane = panes.putObject("a").put("datasource", this.datasourceUid);
		ObjectNode query = pane.putArray("queries").addObject().put("refId", "A");
		query.putObject("datasource").put("type", type).put("uid", this.datasourceUid);
		filler.accept(query);
		ObjectNode range = pane.putObject("range");
		range.put("from", (window != null) ? Long.toString(window.from().toEpochMilli()) : "now-7d");
		range.put("to", (window != null) ? Long.toString(window.until().toEpochMilli()) : "now");
		return this.url + "/explore?"
				+ new QueryString().and("schemaVersion", 1).and("panes", panes).and("orgId", 1).encoded();
	}

}
