package io.tracingstarter.cli.source.honeycomb;

import java.net.URI;
import java.util.Optional;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.http.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * Links into Honeycomb; it finds nothing itself, because Honeycomb's query API answers
 * with aggregates, and not in every plan.
 *
 * @see <a href= "https://docs.honeycomb.io/investigate/collaborate/share-trace/">Links to
 * a trace</a>
 */
public final class HoneycombLinks implements Source {

	private final String name;

	private final URI url;

	private final String team;

	private final String environment;

	/**
	 * @param name the name under which it is configured
	 * @param url {@code https://ui.honeycomb.io} or {@code https://ui.eu1.honeycomb.io}
	 * @param team the team, as it stands in the URL of its pages
	 * @param environment the environment, as it stands there
	 */
	public HoneycombLinks(String name, URI url, String team, String environment) {
		this.name = name;
		this.url = url;
		this.team = team;
		this.environment = environment;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String target() {
		return this.url + "/" + this.team + "/environments/" + this.environment;
	}

	@Override
	public Answer find(Question question) {
		return Answer.NOTHING;
	}

	@Override
	public Answer recent(TimeWindow window, Limits limits) {
		return Answer.NOTHING;
	}

	@Override
	public String check() {
		return "Honeycomb, links only";
	}

	@Override
	public Optional<DeepLink> traceLink(String traceId, @Nullable TimeWindow window) {
		QueryString query = new QueryString().and("trace_id", traceId);
		if (window != null) {
			query.and("trace_start_ts", window.from().getEpochSecond())
				.and("trace_end_ts", window.until().getEpochSecond() + 1);
		}
		String page = this.url + "/" + QueryString.encode(this.team) + "/environments/"
				+ QueryString.encode(this.environment) + "/trace";
		return Optional.of(new DeepLink("Honeycomb, trace " + traceId, query.behind(page)));
	}

}
