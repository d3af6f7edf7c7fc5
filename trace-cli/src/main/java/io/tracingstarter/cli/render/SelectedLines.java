package io.tracingstarter.cli.render;

import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.StoryLine;

/**
 * The log lines of a span that are shown: repeats counted, and where there are too many,
 * first the serious ones and then the earliest.
 *
 * @param lines in order of time
 * @param leftOut how many lines are not among them
 */
record SelectedLines(List<Repeated> lines, int leftOut) {

	static SelectedLines of(List<StoryLine> lines, int max) {
		List<Repeated> all = new ArrayList<>();
		for (StoryLine line : lines) {
			int last = all.size() - 1;
			if (last >= 0 && all.get(last).isRepeatedBy(line)) {
				all.set(last, new Repeated(all.get(last).line(), all.get(last).count() + 1));
			}
			else {
				all.add(new Repeated(line, 1));
			}
		}
		if (all.size() <= max) {
			return new SelectedLines(all, 0);
		}
		int serious = (int) all.stream().filter(Repeated::isSerious).limit(max).count();
		int others = max - serious;
		List<Repeated> kept = new ArrayList<>();
		int leftOut = 0;
		for (Repeated line : all) {
			if (line.isSerious() ? serious-- > 0 : others-- > 0) {
				kept.add(line);
			}
			else {
				leftOut += line.count();
			}
		}
		return new SelectedLines(kept, leftOut);
	}

	/**
	 * A line that was logged so many times in a row.
	 */
	record Repeated(StoryLine line, int count) {

		boolean isSerious() {
			return this.line.line().level().compareTo(LogLevel.WARN) >= 0;
		}

		boolean isRepeatedBy(StoryLine other) {
			return this.line.line().level() == other.line().level()
					&& this.line.line().message().equals(other.line().message())
					&& this.line.line().service().equals(other.line().service());
		}

	}

}
