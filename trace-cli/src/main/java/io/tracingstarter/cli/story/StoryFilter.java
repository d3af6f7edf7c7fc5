package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.model.StorySpan;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a story what its reader does not want to see; what was found out of the
 * whole request stays as it is.
 *
 * @param service the only service to show, in any case; null for all
 * @param level the least level of log lines to show; null for all
 */
public record StoryFilter(@Nullable String service, @Nullable LogLevel level) {

	public Story apply(Story story) {
		if (this.service == null && this.level == null) {
			return story;
		}
		// for each span its place among those that stay, or that of its nearest ancestor
		int[] places = new int[story.spans().size()];
		List<StorySpan> spans = new ArrayList<>();
		for (StorySpan span : story.spans()) {
			int parent = (span.parent() >= 0) ? places[span.parent()] : -1;
			places[span.index()] = parent;
			if (shows(span.span().service())) {
				places[span.index()] = spans.size();
				int depth = (parent >= 0) ? spans.get(parent).depth() + 1 : 0;
				spans.add(new StorySpan(spans.size(), parent, depth, span.span(), span.startNanos(), span.endNanos(),
						span.selfNanos(), span.critical(), span.marks(), span.sources(), ofLevel(span.lines())));
			}
		}
		return new Story(story.asked(), story.correlationIds(), story.traceIds(), story.services(), story.startNanos(),
				story.endNanos(), story.outcome(), story.status(), firstError(story.firstError(), story, places), spans,
				lines(story.lines()), story.warnings(), story.searches(), story.links());
	}

	private @Nullable FirstError firstError(@Nullable FirstError error, Story story, int[] places) {
		if (error == null || error.span() < 0) {
			return error;
		}
		int place = shows(story.spans().get(error.span()).span().service()) ? places[error.span()] : -1;
		return new FirstError(error.service(), place, error.what(), error.nanos(), error.type(), error.message(),
				error.failure());
	}

	private List<StoryLine> lines(List<StoryLine> lines) {
		return ofLevel(lines).stream().filter((line) -> shows(line.line().service())).toList();
	}

	private List<StoryLine> ofLevel(List<StoryLine> lines) {
		LogLevel least = (this.level != null) ? this.level : LogLevel.UNKNOWN;
		return lines.stream().filter((line) -> line.line().level().compareTo(least) >= 0).toList();
	}

	private boolean shows(String name) {
		return this.service == null || this.service.equalsIgnoreCase(name);
	}

}
