/**
 * Many requests at once, and the search for log lines with a wrong id.
 */
@NullMarked
package mysfits.demo.load;

import org.jspecify.annotations.NullMarked;
