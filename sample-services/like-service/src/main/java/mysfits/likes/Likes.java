package mysfits.likes;

/**
 * How often one creature was liked.
 *
 * @param id the creature's number in the catalogue
 * @param likes the count, 0 when nobody did yet
 */
record Likes(int id, long likes) {

}
