/**
 * Auto-configuration of what makes R2DBC visible.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.r2dbc;

import org.jspecify.annotations.NullMarked;
