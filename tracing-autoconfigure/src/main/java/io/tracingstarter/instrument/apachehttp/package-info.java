/**
 * Makes the calls of Apache HttpClient 5 visible, and lets them carry the ids.
 */
@NullMarked
package io.tracingstarter.instrument.apachehttp;

import org.jspecify.annotations.NullMarked;
