package mysfits.demo.evidence;

import java.util.List;

/**
 * A trace as it was found in Zipkin.
 *
 * @param traceId its id
 * @param spans its spans, in no particular order
 * @param problems what is missing or wrong, each in a sentence; empty when it is as
 * expected
 */
public record FoundTrace(String traceId, List<Span> spans, List<String> problems) {

}
