package io.tracingstarter.cli.config;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.Source;
import io.tracingstarter.cli.source.SourceException;

/**
 * Stands for a source that lacks an environment variable, and fails in its place, so that
 * the others are asked.
 */
final class UnsetSource implements Source {

	private final String name;

	private final String place;

	private final MissingVariableException missing;

	/**
	 * @param name the name under which it is configured
	 * @param place where it is configured
	 * @param missing what it lacks
	 */
	UnsetSource(String name, String place, MissingVariableException missing) {
		this.name = name;
		this.place = place;
		this.missing = missing;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String target() {
		return this.place;
	}

	@Override
	public Answer find(Question question) throws SourceException {
		throw failure();
	}

	@Override
	public Answer recent(TimeWindow window, Limits limits) throws SourceException {
		throw failure();
	}

	@Override
	public String check() throws SourceException {
		throw failure();
	}

	private SourceException failure() {
		return new SourceException(this.missing.reason(), this.missing.action());
	}

}
