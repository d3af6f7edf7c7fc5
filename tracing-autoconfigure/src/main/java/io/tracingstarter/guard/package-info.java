/**
 * Keeps a fault in tracing away from the request: it is caught, and told once a minute.
 */
@NullMarked
package io.tracingstarter.guard;

import org.jspecify.annotations.NullMarked;
