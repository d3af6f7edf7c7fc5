/**
 * Searches log files and standard input: bytes first, and JSON only of the lines that
 * match.
 */
@NullMarked
package io.tracingstarter.cli.source.file;

import org.jspecify.annotations.NullMarked;
