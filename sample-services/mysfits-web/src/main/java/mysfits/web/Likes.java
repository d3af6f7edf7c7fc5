package mysfits.web;

/**
 * How often one creature was liked.
 *
 * @param id the creature's number in the catalogue
 * @param likes the count
 */
record Likes(int id, long likes) {

}
