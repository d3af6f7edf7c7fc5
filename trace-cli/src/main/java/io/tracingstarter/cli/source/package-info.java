/**
 * Asks the backends: each answers a {@link io.tracingstarter.cli.source.Question} with
 * spans and log lines of the model.
 */
@NullMarked
package io.tracingstarter.cli.source;

import org.jspecify.annotations.NullMarked;
