/**
 * Auto-configuration of what makes JDBC visible.
 */
@NullMarked
package io.tracingstarter.autoconfigure.instrument.jdbc;

import org.jspecify.annotations.NullMarked;
