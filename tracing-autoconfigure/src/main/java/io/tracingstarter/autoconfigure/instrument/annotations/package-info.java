/**
 * Auto-configuration of spans for annotated methods.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.annotations;

import org.jspecify.annotations.NullMarked;
