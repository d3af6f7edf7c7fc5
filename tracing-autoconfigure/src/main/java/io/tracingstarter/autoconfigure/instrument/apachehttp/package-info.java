/**
 * Auto-configuration of Apache HttpClient 5.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.apachehttp;

import org.jspecify.annotations.NullMarked;
