/**
 * What a request leaves behind: spans in Zipkin and lines in log files.
 */
@NullMarked
package mysfits.demo.evidence;

import org.jspecify.annotations.NullMarked;
