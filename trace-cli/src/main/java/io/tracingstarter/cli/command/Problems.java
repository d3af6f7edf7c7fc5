package io.tracingstarter.cli.command;

import java.io.PrintWriter;
import java.util.List;

import io.tracingstarter.cli.model.Search;

/**
 * Says which sources failed, and what to do.
 */
final class Problems {

	private Problems() {
	}

	static void print(List<Search> searches, PrintWriter err) {
		for (Search search : searches) {
			if (search.problem() != null) {
				err.println(search.source() + " (" + search.target() + "): " + search.problem().reason() + " "
						+ search.problem().action());
			}
		}
	}

}
