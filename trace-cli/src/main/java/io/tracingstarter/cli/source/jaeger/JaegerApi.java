package io.tracingstarter.cli.source.jaeger;

import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.SourceException;
import io.tracingstarter.cli.source.http.FoundTraces;
import io.tracingstarter.cli.source.http.HttpCall;
import io.tracingstarter.cli.source.http.HttpJson;
import io.tracingstarter.cli.source.http.SearchRun;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.http.QueryString;
import io.tracingstarter.cli.source.otlp.OtlpSpans;

/**
 * The two APIs of Jaeger: the third version, which only newer ones have, and the one that
 * its own pages use, which all have.
 */
enum JaegerApi {

	/** OpenTelemetry's JSON. */
	V3 {

		@Override
		void trace(HttpJson http, String traceId, SearchRun run, FoundTraces traces)
				throws SourceException, InterruptedException {
			read(http, "/api/v3/traces/" + traceId, run, traces);
		}

		@Override
		void search(HttpJson http, String service, Map<String, String> attributes, TimeWindow window, int limit,
				SearchRun run, FoundTraces traces) throws SourceException, InterruptedException {
			QueryString query = new QueryString();
			// the names changed between versions, and each ignores those of the other
			query.and("query.serviceName", service).and("query.service_name", service);
			if (!attributes.isEmpty()) {
				query.and("query.attributes", JsonElements.MAPPER.writeValueAsString(attributes));
			}
			query.and("query.startTimeMin", window.from()).and("query.start_time_min", window.from());
			query.and("query.startTimeMax", window.until()).and("query.start_time_max", window.until());
			query.and("query.searchDepth", limit).and("query.search_depth", limit);
			read(http, query.behind("/api/v3/traces"), run, traces);
		}

		@Override
		boolean services(HttpJson http, SearchRun run, List<String> services)
				throws SourceException, InterruptedException {
			return http.read(HttpCall.get("/api/v3/services").absentAt(404), run, (json) -> JsonElements.read(json,
					"services", (service) -> services.add(service.asString("")))) != HttpJson.Outcome.ABSENT;
		}

		private void read(HttpJson http, String path, SearchRun run, FoundTraces traces)
				throws SourceException, InterruptedException {
			http.read(HttpCall.get(path).absentAt(404), run, (json) -> JsonElements.read(json, "result.resourceSpans",
					(resource) -> OtlpSpans.read(resource, traces::add)));
		}

	},

	/** Jaeger's own JSON. */
	V1 {

		@Override
		void trace(HttpJson http, String traceId, SearchRun run, FoundTraces traces)
				throws SourceException, InterruptedException {
			read(http, "/api/traces/" + traceId, run, traces);
		}

		@Override
		void search(HttpJson http, String service, Map<String, String> attributes, TimeWindow window, int limit,
				SearchRun run, FoundTraces traces) throws SourceException, InterruptedException {
			QueryString query = new QueryString().and("service", service);
			if (!attributes.isEmpty()) {
				query.and("tags", JsonElements.MAPPER.writeValueAsString(attributes));
			}
			query.and("start", window.fromNanos() / 1000).and("end", window.untilNanos() / 1000).and("limit", limit);
			read(http, query.behind("/api/traces"), run, traces);
		}

		@Override
		boolean services(HttpJson http, SearchRun run, List<String> services)
				throws SourceException, InterruptedException {
			http.read(HttpCall.get("/api/services"), run,
					(json) -> JsonElements.read(json, "data", (service) -> services.add(service.asString(""))));
			return true;
		}

		private void read(HttpJson http, String path, SearchRun run, FoundTraces traces)
				throws SourceException, InterruptedException {
			http.read(HttpCall.get(path).absentAt(404), run,
					(json) -> JsonElements.read(json, "data", (trace) -> JaegerV1Spans.read(trace, traces::add)));
		}

	};

	/**
	 * Reads one trace, if it is there.
	 */
	abstract void trace(HttpJson http, String traceId, SearchRun run, FoundTraces traces)
			throws SourceException, InterruptedException;

	/**
	 * Reads the newest traces of a service with spans that have these attributes.
	 */
	abstract void search(HttpJson http, String service, Map<String, String> attributes, TimeWindow window, int limit,
			SearchRun run, FoundTraces traces) throws SourceException, InterruptedException;

	/**
	 * Reads the names of all services.
	 * @return whether there is this API
	 */
	abstract boolean services(HttpJson http, SearchRun run, List<String> services)
			throws SourceException, InterruptedException;

}
