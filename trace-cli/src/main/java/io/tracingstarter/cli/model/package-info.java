/**
 * What was found of a request, and the story it makes, as records; nothing here knows
 * where it came from.
 */
@NullMarked
package io.tracingstarter.cli.model;

import org.jspecify.annotations.NullMarked;
