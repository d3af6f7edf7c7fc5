/**
 * Knows where Grafana shows what its data sources hold.
 */
@NullMarked
package io.tracingstarter.cli.source.grafana;

import org.jspecify.annotations.NullMarked;
