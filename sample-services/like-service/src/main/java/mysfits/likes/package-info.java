/**
 * Counts how often each creature was liked.
 */
@NullMarked
package mysfits.likes;

import org.jspecify.annotations.NullMarked;
