package mysfits.demo;

import java.time.Duration;
import java.util.List;

import mysfits.demo.evidence.FoundTrace;
import mysfits.demo.evidence.LogLine;

/**
 * What one request of the scenario left behind.
 *
 * @param status the status of the answer
 * @param took from sending to the answer
 * @param correlationId the id that came with the answer, empty when none did
 * @param lines the log lines of all services with that id, in order of time
 * @param trace its trace
 * @param problems what is missing or wrong; empty when the request can be followed
 */
record StepResult(int status, Duration took, String correlationId, List<LogLine> lines, FoundTrace trace,
		List<String> problems) {

}
