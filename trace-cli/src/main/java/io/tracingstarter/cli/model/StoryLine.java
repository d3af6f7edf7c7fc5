package io.tracingstarter.cli.model;

/**
 * One log line in its place in the story.
 *
 * @param line what the sources told
 * @param nanos when, in nanoseconds since 1970, corrected for clock skew
 */
public record StoryLine(LogLine line, long nanos) {

}
