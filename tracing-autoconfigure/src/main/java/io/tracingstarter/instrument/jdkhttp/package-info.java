/**
 * Makes the calls of the JDK's HTTP client visible, and lets them carry the ids.
 */
@NullMarked
package io.tracingstarter.instrument.jdkhttp;

import org.jspecify.annotations.NullMarked;
