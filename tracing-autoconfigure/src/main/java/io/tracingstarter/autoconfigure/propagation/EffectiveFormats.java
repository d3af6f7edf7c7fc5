package io.tracingstarter.autoconfigure.propagation;

import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.autoconfigure.propagation.PropagationProperties.Format;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The formats that are in force when Boot's properties and ours are taken together.
 */
class EffectiveFormats {

	/** Defaults of Boot's {@code TracingProperties.Propagation}; a test compares them. */
	private static final List<Format> CONSUMED = List.of(Format.W3C, Format.B3, Format.B3_MULTI);

	private static final List<Format> PRODUCED = List.of(Format.W3C);

	private final Binder binder;

	EffectiveFormats(Environment environment) {
		this.binder = Binder.get(environment);
	}

	List<Format> consumed() {
		return formats("consume", CONSUMED);
	}

	List<Format> produced() {
		return formats("produce", PRODUCED);
	}

	private List<Format> formats(String direction, List<Format> byDefault) {
		// first, so that a format that does not exist is reported where the user wrote it
		List<Format> ours = bind("tracing.propagation." + direction, List.of());
		List<Format> boots = bind("management.tracing.propagation.type",
				bind("management.tracing.propagation." + direction, byDefault));
		List<Format> further = ours.stream().filter(Format::isFurther).toList();
		// where the list names none of Boot's formats, it says nothing about their order
		boolean ordered = further.size() < ours.size();
		List<Format> formats = new ArrayList<>(
				ordered ? ours.stream().takeWhile(Format::isFurther).toList() : List.of());
		formats.addAll(boots);
		formats.addAll(further);
		return formats.stream().distinct().toList();
	}

	private List<Format> bind(String property, List<Format> byDefault) {
		return this.binder.bind(property, Bindable.listOf(Format.class)).orElse(byDefault);
	}

}
