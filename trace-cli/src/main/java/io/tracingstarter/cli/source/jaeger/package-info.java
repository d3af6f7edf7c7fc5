/**
 * Asks Jaeger 2, and Jaeger 1.
 */
@NullMarked
package io.tracingstarter.cli.source.jaeger;

import org.jspecify.annotations.NullMarked;
