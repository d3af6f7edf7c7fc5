/**
 * Auto-configuration of the JDK's HTTP client.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.jdkhttp;

import org.jspecify.annotations.NullMarked;
