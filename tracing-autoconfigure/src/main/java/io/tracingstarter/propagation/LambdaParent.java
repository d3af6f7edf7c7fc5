package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * The span of AWS Lambda around the invocation that runs, which Lambda tells in a system
 * property or an environment variable, anew for each.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Lambda:
 * defined runtime environment variables</a>
 */
public final class LambdaParent {

	/**
	 * System property, which comes first: newer runtimes for Java set nothing else.
	 */
	public static final String PROPERTY = "com.amazonaws.xray.traceHeader";

	/**
	 * Environment variable.
	 */
	public static final String VARIABLE = "_X_AMZN_TRACE_ID";

	private final Supplier<@Nullable String> variable;

	/**
	 * Creates the parent.
	 * @param variable reads the environment variable
	 */
	public LambdaParent(Supplier<@Nullable String> variable) {
		this.variable = variable;
	}

	/**
	 * Puts the parent into a context that has none.
	 * @param context any context
	 * @return the same, where it has a span already or Lambda names none
	 */
	public Context in(Context context) {
		if (Span.fromContext(context).getSpanContext().isValid()) {
			return context;
		}
		String header = header();
		SpanContext span = (header != null) ? XRayHeader.spanOf(XRayHeader.parse(header)) : SpanContext.getInvalid();
		return span.isValid() ? context.with(Span.wrap(span)) : context;
	}

	private @Nullable String header() {
		String property = System.getProperty(PROPERTY);
		return (property != null && !property.isBlank()) ? property : this.variable.get();
	}

	/**
	 * The last of all formats: the parent of a request or message that names none.
	 * @return a propagator that reads no header and writes none
	 */
	public TextMapPropagator asPropagator() {
		return new Fallback(this);
	}

	private record Fallback(LambdaParent parent) implements TextMapPropagator {

		@Override
		public Collection<String> fields() {
			return List.of();
		}

		@Override
		public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		}

		@Override
		public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
			return this.parent.in(context);
		}

	}

}
