/**
 * Makes the calls of OkHttp visible, and lets them carry the ids.
 */
@NullMarked
package io.tracingstarter.instrument.okhttp;

import org.jspecify.annotations.NullMarked;
