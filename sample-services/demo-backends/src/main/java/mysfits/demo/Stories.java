package mysfits.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import mysfits.demo.evidence.ToldStory;
import mysfits.demo.evidence.TraceRequest;
import mysfits.demo.evidence.TraceRequest.BothStories;

/**
 * Lets {@code bin/trace-request} tell the story of each request, from the log files alone
 * and from Zipkin, and compares both.
 */
final class Stories {

	private final TraceRequest command;

	private final Terminal terminal;

	Stories(TraceRequest command, Terminal terminal) {
		this.command = command;
		this.terminal = terminal;
	}

	/**
	 * Prints a line for each request, and the whole story of the last one.
	 * @param ids their correlation ids
	 * @return of how many both stories agree
	 */
	int tell(List<String> ids) throws IOException, InterruptedException {
		this.terminal.title("bin/trace-request, from the log files alone and from Zipkin");
		int agreed = 0;
		for (String id : ids) {
			agreed += agree(id) ? 1 : 0;
		}
		String last = ids.get(ids.size() - 1);
		this.terminal.line("");
		this.terminal.line("$ bin/trace-request " + last);
		List<String> everywhere = new ArrayList<>(this.command.files());
		everywhere.addAll(this.command.zipkin());
		this.command.text(last, everywhere).lines().forEach(this.terminal::line);
		return agreed;
	}

	private boolean agree(String id) throws IOException, InterruptedException {
		BothStories both = this.command.both(id);
		ToldStory files = both.files();
		String told = "%s  %s, answered %s, %d spans, %d log lines".formatted(id, files.outcome(), files.status(),
				files.spans().size(), files.lines());
		if (both.agree()) {
			this.terminal.line("   " + this.terminal.good("agree: ") + told);
			return true;
		}
		this.terminal.line("   " + this.terminal.bad("differ: ") + told);
		this.terminal.line("      files   " + files);
		this.terminal.line("      Zipkin  " + both.zipkin());
		return false;
	}

}
