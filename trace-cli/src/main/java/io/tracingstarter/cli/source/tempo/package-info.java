/**
 * Asks Grafana Tempo.
 */
@NullMarked
package io.tracingstarter.cli.source.tempo;

import org.jspecify.annotations.NullMarked;
