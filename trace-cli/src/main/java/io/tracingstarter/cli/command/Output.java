package io.tracingstarter.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import io.tracingstarter.cli.config.ConfigurationException;
import io.tracingstarter.cli.model.Comparison;
import io.tracingstarter.cli.model.RecentRequest;
import io.tracingstarter.cli.model.ServiceMap;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.render.DiffRenderer;
import io.tracingstarter.cli.render.JsonRenderer;
import io.tracingstarter.cli.render.Masking;
import io.tracingstarter.cli.render.NewEventsRenderer;
import io.tracingstarter.cli.render.RecentRenderer;
import io.tracingstarter.cli.render.ServiceMapRenderer;
import io.tracingstarter.cli.render.Style;
import io.tracingstarter.cli.render.TextOptions;
import io.tracingstarter.cli.render.TextRenderer;
import io.tracingstarter.cli.render.html.HtmlRenderer;
import io.tracingstarter.cli.story.StoryFilter;

/**
 * Prints what was found, in the form that was asked for.
 */
final class Output {

	private final Session session;

	private final OutputOptions options;

	private final Masking masking;

	private final TextOptions text;

	private final NewEventsRenderer newEvents;

	Output(Session session, OutputOptions options) {
		this.session = session;
		this.options = options;
		this.masking = options.showSecrets() ? Masking.OFF : Masking.ON;
		this.text = new TextOptions(options.width(session.terminal()),
				new Style(options.colour(session.terminal()), unicode(session)), session.clock().getZone(),
				this.masking, options.verbose());
		this.newEvents = new NewEventsRenderer(this.text);
	}

	private static boolean unicode(Session session) {
		for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
			String locale = session.environment().getOrDefault(name, "");
			if (!locale.isEmpty()) {
				return !locale.equals("C") && !locale.equals("POSIX");
			}
		}
		return true;
	}

	void print(Story told) {
		Story story = filtered(told);
		try {
			if (this.options.json()) {
				new JsonRenderer(this.masking, this.session.terminal().out()).render(story, this.session.out());
				this.session.out().println();
			}
			else {
				new TextRenderer(this.text).render(story, this.session.out());
			}
			this.session.out().flush();
			// after the text, which tells the story also where no page can be written
			if (this.options.html() != null || this.options.open()) {
				page(story);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.session.out().flush();
	}

	/**
	 * Prints what earlier stories had not; nothing where JSON is asked for, which has no
	 * parts.
	 */
	void printNew(Story told) {
		if (this.options.json()) {
			return;
		}
		try {
			this.newEvents.render(filtered(told), this.session.out());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.session.out().flush();
	}

	private Story filtered(Story told) {
		return new StoryFilter(this.options.service(), this.options.level()).apply(told);
	}

	private void page(Story story) throws IOException {
		Path html = this.options.html();
		Path file = (html != null) ? html : Files.createTempFile("trace-request-", ".html");
		try (Writer out = Files.newBufferedWriter(file)) {
			new HtmlRenderer(this.masking, this.session.clock().getZone()).render(story, out);
		}
		catch (IOException ex) {
			String why = (ex instanceof NoSuchFileException) ? "there is no such folder" : ex.getMessage();
			throw new ConfigurationException("--html cannot write " + file + ": " + why);
		}
		this.session.err().println("Wrote " + file);
		if (this.options.open() && !story.isEmpty()) {
			BrowserLaunch.open(file, this.session.environment(), this.session.err());
		}
	}

	void print(Comparison comparison) {
		try {
			new DiffRenderer(this.text).render(comparison, this.session.out());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void print(List<RecentRequest> requests) {
		RecentRenderer renderer = new RecentRenderer(this.text);
		try {
			if (this.options.json()) {
				renderer.renderJson(requests, this.session.out());
				this.session.out().println();
			}
			else {
				renderer.render(requests, this.session.out());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void print(ServiceMap map) {
		ServiceMapRenderer renderer = new ServiceMapRenderer(this.text);
		try {
			if (this.options.json()) {
				renderer.renderJson(map, this.session.out());
				this.session.out().println();
			}
			else {
				renderer.render(map, this.session.out());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
