package io.tracingstarter.cli.source;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import io.tracingstarter.cli.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a source.
 *
 * @param ids ids of which each may be a correlation id, and, where it has 32 hexadecimal
 * digits, a trace id, too: a source looks for both. Checked by {@link RequestId}, and
 * hostile all the same: each source quotes them for its query language
 * @param window the time to search; null for all there is, where the source can
 * @param limits how much to bring
 */
public record Question(Set<String> ids, @Nullable TimeWindow window, Limits limits) {

	public Question {
		ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
	}

}
