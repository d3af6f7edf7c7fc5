/**
 * The catalogue of creatures: who they are, and how they feel today.
 */
@NullMarked
package mysfits.catalogue;

import org.jspecify.annotations.NullMarked;
