/**
 * Auto-configuration of the exporter to OTLP collectors.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.otlp;

import org.jspecify.annotations.NullMarked;
