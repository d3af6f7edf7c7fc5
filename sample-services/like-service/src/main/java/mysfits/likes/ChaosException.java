package mysfits.likes;

/**
 * Thrown by {@link Chaos} instead of an answer.
 */
class ChaosException extends RuntimeException {

	ChaosException() {
		super("Chaos struck");
	}

}
