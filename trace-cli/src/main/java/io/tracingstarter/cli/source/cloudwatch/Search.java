package io.tracingstarter.cli.source.cloudwatch;

import java.util.List;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.aws.AwsException;
import io.tracingstarter.cli.source.aws.Deadline;

/**
 * A way to search log groups.
 */
interface Search {

	/**
	 * How many log groups one call searches.
	 */
	int groupsAtOnce();

	/**
	 * Brings the messages of some log groups that hold one of the texts.
	 * @param texts quoted as both query languages do, at least one
	 * @throws AwsException when it fails, or the time is up
	 * @throws InterruptedException when the thread is interrupted
	 */
	void search(List<LogGroup> groups, List<String> texts, TimeWindow window, Deadline deadline,
			LineCollector collector) throws AwsException, InterruptedException;

}
