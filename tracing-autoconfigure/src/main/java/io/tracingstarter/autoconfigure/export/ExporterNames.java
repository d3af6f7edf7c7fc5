package io.tracingstarter.autoconfigure.export;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.export.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Warns of names below {@code tracing.exporters} that no exporter has: a misspelled one
 * would be switched off without a word.
 */
final class ExporterNames {

	static final List<String> KNOWN = List.of("console", "honeycomb", "jaeger", "log", "otlp", "xray", "zipkin");

	// settings of all exporters, in the one spelling that all others come down to
	private static final Set<String> OF_ALL = Set.of("shutdowntimeout");

	private static final Logger logger = LoggerFactory.getLogger(ExporterNames.class);

	private ExporterNames() {
	}

	static void warnOfUnknown(Environment environment) {
		Binder.get(environment)
			.bind("tracing.exporters", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet()
			.stream()
			.map((name) -> name.split("\\.", 2)[0].toLowerCase(Locale.ROOT))
			.distinct()
			.filter((name) -> !KNOWN.contains(name) && !OF_ALL.contains(name.replace("-", "").replace("_", "")))
			.forEach((name) -> logger.warn(
					"tracing.exporters.{} is no exporter and does nothing. Did you mean {}? " + "There are: {}.",
					SafeText.oneLine(name, 100), nearest(name), String.join(", ", KNOWN)));
	}

	private static String nearest(String name) {
		return KNOWN.stream().min(Comparator.comparingInt((known) -> distance(known, name))).orElseThrow();
	}

	/** Number of letters to insert, delete or replace: Levenshtein's. */
	private static int distance(String from, String to) {
		int[] row = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[to.length()];
	}

}
