/**
 * Asks Zipkin.
 */
@NullMarked
package io.tracingstarter.cli.source.zipkin;

import org.jspecify.annotations.NullMarked;
