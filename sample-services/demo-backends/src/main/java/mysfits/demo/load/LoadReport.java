package mysfits.demo.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a load check found.
 *
 * @param lines the counts, for a person
 * @param problems what is wrong, each in a sentence; empty when the check passed
 */
public record LoadReport(List<String> lines, List<String> problems) {

	LoadReport(Answers answers, LogAudit audit, int requests) {
		this(lines(answers, audit), problems(answers, audit, requests));
	}

	private static List<String> lines(Answers answers, LogAudit audit) {
		List<String> lines = new ArrayList<>();
		lines.add(answers.describe());
		audit.files().forEach((file) -> lines.add(file.describe()));
		return lines;
	}

	private static List<String> problems(Answers answers, LogAudit audit, int requests) {
		List<String> problems = new ArrayList<>(answers.problems());
		Set<String> completed = answers.completed();
		if (completed.size() < requests) {
			problems.add("Only " + completed.size() + " of " + requests + " requests were answered");
		}
		for (FileAudit file : audit.files()) {
			if (!file.isClean()) {
				problems.add("Wrong lines: " + file.describe());
			}
			problems.addAll(file.findings());
			long without = file.without(completed);
			if (without > 0) {
				problems.add("No line at all for " + without + " requests: " + file.describe());
			}
		}
		return problems;
	}

}
