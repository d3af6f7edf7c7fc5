/**
 * Auto-configuration of executors, whose tasks take the ids along.
 */
@NullMarked
package io.tracingstarter.autoconfigure.concurrent;

import org.jspecify.annotations.NullMarked;
