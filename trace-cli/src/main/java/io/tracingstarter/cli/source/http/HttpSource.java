package io.tracingstarter.cli.source.http;

import java.time.Duration;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;

/**
 * What all backends over HTTP have in common: a failure brings along what was found
 * before it.
 */
public abstract class HttpSource implements Source {

	private static final Limits CHECK = new Limits(1, 1, 64 * 1024, Duration.ofSeconds(10));

	private final String name;

	private final HttpJson http;

	/**
	 * @param name the name under which it is configured
	 * @param http asks the backend
	 */
	protected HttpSource(String name, HttpJson http) {
		this.name = name;
		this.http = http;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public String target() {
		return this.http.endpoint().toString();
	}

	protected final HttpJson http() {
		return this.http;
	}

	@Override
	public final Answer find(Question question) throws SourceException, InterruptedException {
		return complete(new SearchRun(question.limits()), (run) -> find(question, run));
	}

	@Override
	public final Answer recent(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		return complete(new SearchRun(limits), (run) -> recent(window, run));
	}

	@Override
	public final Answer spans(TimeWindow window, Limits limits) throws SourceException, InterruptedException {
		return complete(new SearchRun(limits), (run) -> spans(window, run));
	}

	@Override
	public final String check() throws SourceException, InterruptedException {
		return check(new SearchRun(CHECK));
	}

	/**
	 * Finds the ids and adds what it finds to the run.
	 */
	protected abstract void find(Question question, SearchRun run) throws SourceException, InterruptedException;

	/**
	 * Finds what happened lately and adds it to the run, the newest first.
	 */
	protected abstract void recent(TimeWindow window, SearchRun run) throws SourceException, InterruptedException;

	/**
	 * Finds the spans of a time and adds them to the run, the newest first.
	 */
	protected void spans(TimeWindow window, SearchRun run) throws SourceException, InterruptedException {
		recent(window, run);
	}

	/**
	 * Says what it sees of the backend.
	 */
	protected abstract String check(SearchRun run) throws SourceException, InterruptedException;

	private static Answer complete(SearchRun run, Search search) throws SourceException, InterruptedException {
		try {
			search.run(run);
			return run.findings().answer();
		}
		catch (SourceException ex) {
			throw new SourceException(String.valueOf(ex.getMessage()), ex.action(), run.findings().answer());
		}
	}

	private interface Search {

		void run(SearchRun run) throws SourceException, InterruptedException;

	}

}
