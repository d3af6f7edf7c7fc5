package mysfits.likes;

/**
 * What this service needs to know of a creature.
 *
 * @param id its number in the catalogue
 * @param name what it is called
 * @param hexed whether a curse lies on it
 */
record Mysfit(int id, String name, boolean hexed) {

}
