/**
 * Auto-configuration of the exporter to Jaeger.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.jaeger;

import org.jspecify.annotations.NullMarked;
