/**
 * Makes one story of what the sources found: merged, ordered, corrected, explained.
 */
@NullMarked
package io.tracingstarter.cli.story;

import org.jspecify.annotations.NullMarked;
