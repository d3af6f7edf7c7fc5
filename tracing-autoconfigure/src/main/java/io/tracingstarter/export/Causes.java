package io.tracingstarter.export;

import org.jspecify.annotations.Nullable;

/**
 * Finds what an exporter failed with, below what libraries wrap it into.
 */
public final class Causes {

	// a chain of causes may be a circle
	private static final int MAX_DEPTH = 10;

	private Causes() {
	}

	/**
	 * Finds the first failure of a type.
	 * @param <T> the type
	 * @param type the type
	 * @param thrown the failure, {@code null} where there is none
	 * @return the failure itself or one of its causes; {@code null} where none is of the
	 * type
	 */
	public static <T extends Throwable> @Nullable T find(Class<T> type, @Nullable Throwable thrown) {
		Throwable candidate = thrown;
		for (int depth = 0; candidate != null && depth < MAX_DEPTH; depth++) {
			if (type.isInstance(candidate)) {
				return type.cast(candidate);
			}
			candidate = candidate.getCause();
		}
		return null;
	}

}
