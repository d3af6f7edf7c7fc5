/**
 * Asks Grafana Loki.
 */
@NullMarked
package io.tracingstarter.cli.source.loki;

import org.jspecify.annotations.NullMarked;
