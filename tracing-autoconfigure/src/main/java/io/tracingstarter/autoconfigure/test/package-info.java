/**
 * Auto-configuration of tests.
 */
@NullMarked
package io.tracingstarter.autoconfigure.test;

import org.jspecify.annotations.NullMarked;
