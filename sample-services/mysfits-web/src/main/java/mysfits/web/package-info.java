/**
 * The page that shows the creatures, and the API behind it.
 */
@NullMarked
package mysfits.web;

import org.jspecify.annotations.NullMarked;
