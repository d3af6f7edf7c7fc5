/**
 * Auto-configuration of the exporter to Zipkin.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.zipkin;

import org.jspecify.annotations.NullMarked;
