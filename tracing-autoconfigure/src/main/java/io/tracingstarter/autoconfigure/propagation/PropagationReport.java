package io.tracingstarter.autoconfigure.propagation;

import java.util.List;
import java.util.Locale;

import io.tracingstarter.autoconfigure.propagation.PropagationProperties.Format;

/**
 * In which formats ids cross processes, and to whom they go, for the actuator.
 *
 * @param consume formats that are read
 * @param produce formats that are written
 * @param hosts who may receive the ids
 */
record PropagationReport(List<String> consume, List<String> produce, List<String> hosts) {

	static PropagationReport of(EffectiveFormats formats, PropagationProperties properties) {
		return new PropagationReport(names(formats.consumed()), names(formats.produced()), properties.hosts());
	}

	private static List<String> names(List<Format> formats) {
		return formats.stream().map((format) -> format.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
	}

}
