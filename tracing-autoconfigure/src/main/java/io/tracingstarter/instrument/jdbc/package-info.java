/**
 * Makes visible what a service asks of its databases through JDBC.
 */
@NullMarked
package io.tracingstarter.instrument.jdbc;

import org.jspecify.annotations.NullMarked;
