/**
 * Auto-configuration of the exporter to log lines.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.log;

import org.jspecify.annotations.NullMarked;
