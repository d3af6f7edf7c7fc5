/**
 * Auto-configuration of the exporter to Honeycomb.
 */
@NullMarked
package io.tracingstarter.autoconfigure.export.honeycomb;

import org.jspecify.annotations.NullMarked;
