/**
 * The names that Tracing Starter shares with everything that reads what it writes.
 */
@NullMarked
package io.tracingstarter;

import org.jspecify.annotations.NullMarked;
