package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Search.Problem;
import io.tracingstarter.cli.model.Warning;
import io.tracingstarter.cli.render.Style.Ink;

/**
 * The end of a story: warnings, what was searched, and where to look further.
 */
final class TextFooter {

	private static final int MAX_NAME = 16;

	private final Page page;

	TextFooter(Page page) {
		this.page = page;
	}

	void warnings(List<Warning> warnings) throws IOException {
		if (warnings.isEmpty()) {
			return;
		}
		this.page.title("Warnings");
		for (Warning warning : warnings) {
			String kind = warning.kind().name().replace('_', ' ').toLowerCase(Locale.ROOT);
			this.page.wrapped("  " + this.page.paint(Ink.YELLOW, this.page.left(kind, MAX_NAME)) + " ",
					" ".repeat(MAX_NAME + 3), this.page.safe(warning.text()), 3, Ink.NONE);
		}
	}

	void searches(List<Search> searches) throws IOException {
		if (searches.isEmpty()) {
			return;
		}
		this.page.title("Searched");
		for (Search search : searches) {
			String indent = " ".repeat(MAX_NAME + 3);
			String found = TextHeader.count(search.spans(), "span") + ", "
					+ TextHeader.count(search.lines(), "log line") + " in " + Times.duration(search.took().toNanos());
			this.page.wrapped("  " + this.page.left(this.page.safe(search.source()), MAX_NAME) + " ", indent,
					found + "; " + this.page.safe(search.target()) + "; " + window(search), 3, Ink.NONE);
			for (String note : search.notes()) {
				this.page.wrapped(indent, indent, this.page.safe(note), 2, Ink.FAINT);
			}
			Problem problem = search.problem();
			if (problem != null) {
				this.page.wrapped(indent, indent, "! " + this.page.safe(problem.reason()), 4, Ink.RED);
				this.page.wrapped(indent, indent, this.page.style().arrow() + " " + this.page.safe(problem.action()), 4,
						Ink.NONE);
			}
		}
	}

	private String window(Search search) {
		if (search.window() == null) {
			return "all time";
		}
		return Times.point(search.window().fromNanos(), this.page.options().zone()) + " to "
				+ Times.point(search.window().untilNanos(), this.page.options().zone());
	}

	void links(List<DeepLink> links) throws IOException {
		if (links.isEmpty()) {
			return;
		}
		this.page.title("Look further");
		for (DeepLink link : links) {
			this.page.line("  " + this.page.safe(link.label()));
			// whole, however long: somebody will copy it
			this.page.line("    " + this.page.paint(Ink.CYAN, this.page.safe(link.url())));
		}
	}

}
