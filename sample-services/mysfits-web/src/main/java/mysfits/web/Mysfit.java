package mysfits.web;

/**
 * One creature as the page shows it.
 *
 * @param id its number in the catalogue
 * @param name what it is called
 * @param species what it is
 * @param about one sentence on its habits
 * @param mood how it feels today
 */
record Mysfit(int id, String name, String species, String about, String mood) {

}
