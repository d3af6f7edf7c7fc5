/**
 * The demo: runs the sample services, sends them requests and shows how to follow each.
 */
@NullMarked
package mysfits.demo;

import org.jspecify.annotations.NullMarked;
