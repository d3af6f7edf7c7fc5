package io.tracingstarter.propagation;

import java.util.Iterator;
import java.util.List;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one header of a request or message.
 *
 * @param header name of the header
 * @param check looks at its value
 * @param list whether the header is a list that may come in several parts (RFC 9110
 * section 5.3); any other header that comes twice says nothing
 * @param rejections told of what is not believed
 */
record HeaderRule(String header, HeaderCheck check, boolean list, HeaderRejectionListener rejections) {

	/**
	 * Reads the header. A header of a message may be anything, and those who read it cast
	 * it to a text.
	 * @return the value to believe; {@code null} for none
	 */
	<C> @Nullable String read(C carrier, TextMapGetter<C> getter) {
		try {
			String first = getter.get(carrier, this.header);
			// nearly always: most requests bring one header of all those understood
			return (first != null) ? read(first, getter.getAll(carrier, this.header)) : null;
		}
		catch (RuntimeException ex) {
			return reject();
		}
	}

	<C> Iterator<String> readAll(C carrier, TextMapGetter<C> getter) {
		String value = read(carrier, getter);
		return ((value != null) ? List.of(value) : List.<String>of()).iterator();
	}

	private @Nullable String read(String first, Iterator<String> all) {
		String value = first;
		if (all.hasNext()) {
			value = all.next();
			if (all.hasNext()) {
				if (!this.list) {
					return reject();
				}
				value = join(value, all);
			}
		}
		String believed = this.check.believe(value);
		return (believed != null) ? believed : reject();
	}

	private static String join(String first, Iterator<String> rest) {
		StringBuilder joined = new StringBuilder(first);
		rest.forEachRemaining((value) -> joined.append(',').append(value));
		return joined.toString();
	}

	private @Nullable String reject() {
		this.rejections.rejected(this.header);
		return null;
	}

}
