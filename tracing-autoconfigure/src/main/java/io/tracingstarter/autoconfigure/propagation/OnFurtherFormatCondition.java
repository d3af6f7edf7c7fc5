package io.tracingstarter.autoconfigure.propagation;

import java.util.stream.Stream;

import io.tracingstarter.autoconfigure.propagation.PropagationProperties.Format;

/**
 * Matches where a format is read or written that Boot does not know.
 */
class OnFurtherFormatCondition extends FormatCondition {

	OnFurtherFormatCondition() {
		super("Further propagation format",
				(formats) -> Stream.concat(formats.consumed().stream(), formats.produced().stream())
					.anyMatch(Format::isFurther));
	}

}
