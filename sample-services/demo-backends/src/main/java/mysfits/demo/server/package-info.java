/**
 * The servers of the demo as child processes.
 */
@NullMarked
package mysfits.demo.server;

import org.jspecify.annotations.NullMarked;
