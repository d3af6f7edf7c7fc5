/**
 * Reads log lines of every common layout, wherever they were stored.
 */
@NullMarked
package io.tracingstarter.cli.source.log;

import org.jspecify.annotations.NullMarked;
