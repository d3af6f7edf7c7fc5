/**
 * Shows a story as one self-contained HTML file.
 */
@NullMarked
package io.tracingstarter.cli.render.html;

import org.jspecify.annotations.NullMarked;
