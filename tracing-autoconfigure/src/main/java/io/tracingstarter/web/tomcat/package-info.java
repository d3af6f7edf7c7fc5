/**
 * What only Tomcat can do: ids on the lines it logs itself.
 */
@NullMarked
package io.tracingstarter.web.tomcat;

import org.jspecify.annotations.NullMarked;
