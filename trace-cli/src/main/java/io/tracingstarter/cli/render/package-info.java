/**
 * Shows a story as text, JSON or HTML.
 */
@NullMarked
package io.tracingstarter.cli.render;

import org.jspecify.annotations.NullMarked;
