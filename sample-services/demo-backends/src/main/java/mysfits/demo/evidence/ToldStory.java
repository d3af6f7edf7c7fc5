package mysfits.demo.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code bin/trace-request} tells of a request, in short.
 *
 * @param outcome how it went
 * @param status what was answered
 * @param firstError the service where the trouble began; empty where there was none
 * @param spans service, parent's service and name of each span, sorted; Zipkin keeps
 * names in lower case, and so are these
 * @param lines how many log lines there are
 */
public record ToldStory(String outcome, String status, String firstError, List<String> spans, int lines) {

	static ToldStory parse(String json) {
		JsonNode story = JsonMapper.shared().readTree(json);
		JsonNode all = story.path("spans");
		List<String> spans = new ArrayList<>();
		int lines = story.path("lines").size();
		for (JsonNode span : all) {
			lines += span.path("lines").size();
			JsonNode parent = all.path(span.path("parent").asInt());
			spans.add((span.path("service").asString() + " below " + parent.path("service").asString("nothing") + ": "
					+ span.path("name").asString())
				.toLowerCase(Locale.ROOT));
		}
		spans.sort(null);
		return new ToldStory(story.path("outcome").asString(""), story.path("status").asString(""),
				story.path("firstError").path("service").asString(""), spans, lines);
	}

	/**
	 * Returns whether both tell the same of the request; log lines do not count, since a
	 * trace store has none.
	 */
	public boolean agreesWith(ToldStory other) {
		return this.outcome.equals(other.outcome) && this.status.equals(other.status)
				&& this.firstError.equals(other.firstError) && this.spans.equals(other.spans);
	}

}
