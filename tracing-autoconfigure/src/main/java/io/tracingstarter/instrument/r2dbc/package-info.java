/**
 * Makes visible what a service asks of its databases through R2DBC.
 */
@NullMarked
package io.tracingstarter.instrument.r2dbc;

import org.jspecify.annotations.NullMarked;
