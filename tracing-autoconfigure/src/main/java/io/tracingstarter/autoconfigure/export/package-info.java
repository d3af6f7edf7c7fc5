/**
 * Exporters chosen in {@code application.yml}: what they share. One package below for
 * each destination.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export;

import org.jspecify.annotations.NullMarked;
