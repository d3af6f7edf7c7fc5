/**
 * What may be shown of an SQL statement: its shape, never its values.
 */
@NullMarked
package io.tracingstarter.sql;

import org.jspecify.annotations.NullMarked;
