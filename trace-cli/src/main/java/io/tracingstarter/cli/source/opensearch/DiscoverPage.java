package io.tracingstarter.cli.source.opensearch;

import java.net.URI;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.http.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * The page of Kibana and OpenSearch Dashboards that shows documents. Its state is Rison,
 * in which an exclamation mark escapes; the query in it is KQL, in which a backslash
 * does.
 *
 * @param url the base URL of the pages, without slash at the end
 * @param indexPattern the id of the data view or index pattern; null for the default
 */
record DiscoverPage(URI url, @Nullable String indexPattern) {

	String find(String id, @Nullable TimeWindow window) {
		String from = (window != null) ? window.from().toString() : "now-7d";
		String to = (window != null) ? window.until().toString() : "now";
		String query = "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
		String state = "(" + ((this.indexPattern != null) ? "index:" + rison(this.indexPattern) + "," : "")
				+ "query:(language:kuery,query:" + rison(query) + "))";
		return this.url + "/app/discover#/?"
				+ new QueryString().and("_g", "(time:(from:" + rison(from) + ",to:" + rison(to) + "))")
					.and("_a", state)
					.encoded();
	}

	private static String rison(String text) {
		return "'" + text.replace("!", "!!").replace("'", "!'") + "'";
	}

}
