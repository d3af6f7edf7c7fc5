/**
 * Finds secrets in texts, by the rules by which the library masks them in log lines.
 */
@NullMarked
package io.tracingstarter.cli.render.mask;

import org.jspecify.annotations.NullMarked;
