/**
 * The command line: parses, delegates, renders. The only place that knows picocli.
 */
@NullMarked
package io.tracingstarter.cli.command;

import org.jspecify.annotations.NullMarked;
