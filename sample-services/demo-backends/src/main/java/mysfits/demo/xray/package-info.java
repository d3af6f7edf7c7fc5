/**
 * A small stand-in for the X-Ray daemon, and what it receives.
 */
@NullMarked
package mysfits.demo.xray;

import org.jspecify.annotations.NullMarked;
