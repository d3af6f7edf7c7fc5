/**
 * What the instruments have in common: the defaults they set for others.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument;

import org.jspecify.annotations.NullMarked;
