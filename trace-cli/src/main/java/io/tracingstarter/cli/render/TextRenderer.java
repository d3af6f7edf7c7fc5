package io.tracingstarter.cli.render;

import java.io.IOException;

import io.tracingstarter.cli.model.Story;

/**
 * Shows a story as text for a terminal: what happened on top, then the waterfall with the
 * log lines in it, then what to know before trusting it. Threads may share one.
 */
public final class TextRenderer {

	private final TextOptions options;

	public TextRenderer(TextOptions options) {
		this.options = options;
	}

	/**
	 * Writes the story.
	 * @throws IOException when it cannot be written
	 */
	public void render(Story story, Appendable out) throws IOException {
		Page page = new Page(this.options, out);
		new TextHeader(page).write(story);
		if (!story.spans().isEmpty()) {
			new TextWaterfall(page, story).write();
		}
		TextLines lines = new TextLines(page, story.startNanos());
		if (!story.lines().isEmpty()) {
			page.title(story.spans().isEmpty() ? "Log lines" : "Log lines outside of all spans");
			lines.write(story.lines(), "", "  ");
		}
		TextFooter footer = new TextFooter(page);
		footer.warnings(story.warnings());
		footer.searches(story.searches());
		footer.links(story.links());
	}

}
