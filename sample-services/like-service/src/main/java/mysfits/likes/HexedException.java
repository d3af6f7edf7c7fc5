package mysfits.likes;

/**
 * Thrown when a like falls on a creature that breaks whatever counts it.
 */
class HexedException extends RuntimeException {

	HexedException(Mysfit mysfit) {
		super("The hex of " + mysfit.name() + " broke the like counter");
	}

}
