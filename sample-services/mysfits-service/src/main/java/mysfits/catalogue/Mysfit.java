package mysfits.catalogue;

/**
 * One creature as callers see it.
 *
 * @param id its number in the catalogue
 * @param name what it is called
 * @param species what it is
 * @param about one sentence on its habits
 * @param hexed whether a curse lies on it, which no counter of likes survives
 * @param mood how it feels today
 */
record Mysfit(int id, String name, String species, String about, boolean hexed, String mood) {

}
