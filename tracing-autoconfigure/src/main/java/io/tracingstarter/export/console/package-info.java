/**
 * Spans for a person at a terminal.
 */
@NullMarked
package io.tracingstarter.export.console;

import org.jspecify.annotations.NullMarked;
