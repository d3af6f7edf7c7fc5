package io.tracingstarter.cli.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Base64;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.render.Masking;

/**
 * Writes a story as one HTML file that needs nothing else: no network, no server.
 * <p>
 * What the story holds is hostile. It enters the page as escaped text, or as JSON that
 * the page's script shows as text; a content security policy lets no other script or
 * style run, and nothing be loaded.
 */
public final class HtmlRenderer {

	private static final String CSS = resource("page.css");

	private static final String SCRIPT = resource("page.js");

	private static final String PAGE = resource("page.html");

	private final Masking masking;

	private final ZoneId zone;

	/**
	 * @param masking takes out secrets
	 * @param zone of the times that are shown
	 */
	public HtmlRenderer(Masking masking, ZoneId zone) {
		this.masking = masking;
		this.zone = zone;
	}

	/**
	 * Writes the page.
	 * @param story what to show
	 * @param out where to, in UTF-8; not closed
	 * @throws IOException when it cannot be written
	 */
	public void render(Story story, Writer out) throws IOException {
		Summary summary = new Summary(this.masking, this.zone);
		int position = 0;
		while (true) {
			int begin = PAGE.indexOf("{{", position);
			if (begin < 0) {
				out.write(PAGE, position, PAGE.length() - position);
				return;
			}
			int end = PAGE.indexOf("}}", begin);
			out.write(PAGE, position, begin - position);
			switch (PAGE.substring(begin + 2, end)) {
				case "policy" -> out.write(policy());
				case "title" -> out.write(Html.escape(summary.title(story)));
				case "css" -> out.write(CSS);
				case "js" -> out.write(SCRIPT);
				case "summary" -> out.write(summary.of(story));
				case "searched" -> out.write(summary.searched(story));
				case "story" -> new StoryData(this.masking).write(story, out);
				default -> throw new IllegalStateException("page.html has an unknown placeholder");
			}
			position = end + 2;
		}
	}

	private static String policy() {
		return "default-src 'none'; style-src 'sha256-" + hash(CSS) + "'; script-src 'sha256-" + hash(SCRIPT)
				+ "'; base-uri 'none'; form-action 'none'";
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String resource(String name) {
		try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException(name + " is missing from the jar");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
