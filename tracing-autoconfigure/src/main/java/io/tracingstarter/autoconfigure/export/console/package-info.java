/**
 * Auto-configuration of the exporter to the console.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.console;

import org.jspecify.annotations.NullMarked;
