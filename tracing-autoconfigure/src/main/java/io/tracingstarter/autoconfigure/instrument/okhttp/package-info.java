/**
 * Auto-configuration of OkHttp.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.okhttp;

import org.jspecify.annotations.NullMarked;
