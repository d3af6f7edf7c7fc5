package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the formats that Boot lacks, beside those that it composes and that
 * have been asked before.
 * <p>
 * One format finds the trace: the first of those that come before Boot's, else one of
 * Boot's, else the first of the rest.
 */
public final class FurtherFormats implements TextMapPropagator {

	private final List<TextMapPropagator> before;

	private final List<TextMapPropagator> after;

	private final List<TextMapPropagator> written;

	private final Collection<String> fields;

	/**
	 * Creates the formats.
	 * @param before formats to read, which count more than Boot's
	 * @param after formats to read, which count less
	 * @param written formats to write
	 */
	public FurtherFormats(List<TextMapPropagator> before, List<TextMapPropagator> after,
			List<TextMapPropagator> written) {
		this.before = List.copyOf(before);
		this.after = List.copyOf(after);
		this.written = List.copyOf(written);
		Set<String> fields = new LinkedHashSet<>();
		List.of(before, after, written)
			.forEach((formats) -> formats.forEach((format) -> fields.addAll(format.fields())));
		this.fields = List.copyOf(fields);
	}

	@Override
	public Collection<String> fields() {
		return this.fields;
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		for (TextMapPropagator format : this.written) {
			format.inject(context, carrier, setter);
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		Context extracted = first(this.before, context, carrier, getter);
		if (extracted != context || Span.fromContext(context).getSpanContext().isRemote()) {
			return extracted;
		}
		return first(this.after, context, carrier, getter);
	}

	private static <C> Context first(List<TextMapPropagator> formats, Context context, @Nullable C carrier,
			TextMapGetter<C> getter) {
		for (TextMapPropagator format : formats) {
			Context extracted = format.extract(context, carrier, getter);
			if (extracted != context) {
				return extracted;
			}
		}
		return context;
	}

}
