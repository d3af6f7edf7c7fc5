/**
 * What only Jetty can do: ids on the lines it logs itself.
 */
@NullMarked
package io.tracingstarter.web.jetty;

import org.jspecify.annotations.NullMarked;
