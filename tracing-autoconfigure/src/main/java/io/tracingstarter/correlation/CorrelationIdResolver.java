package io.tracingstarter.correlation;

import java.util.Iterator;
import java.util.List;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which correlation id an incoming request or message has: the one that came with
 * it, if it is valid and may be believed, else a new one.
 * <p>
 * Safe for use by several threads.
 */
public final class CorrelationIdResolver {

	private static final Logger logger = LoggerFactory.getLogger(CorrelationIdResolver.class);

	private static final String REFUSED = "";

	private final List<String> headers;

	private final boolean acceptIncoming;

	private final @Nullable GuardedGenerator generator;

	private final CorrelationIdRejectionListener rejections;

	/**
	 * Creates a resolver.
	 * @param headers names under which an id may come, in any case; the first that is
	 * there counts
	 * @param acceptIncoming {@code false} to believe nobody
	 * @param generator makes new ids; {@code null} to use the trace's id
	 * @param rejections told of each refused id, on the request's thread
	 */
	public CorrelationIdResolver(List<String> headers, boolean acceptIncoming,
			@Nullable CorrelationIdGenerator generator, CorrelationIdRejectionListener rejections) {
		this.headers = List.copyOf(headers);
		this.acceptIncoming = acceptIncoming;
		this.generator = (generator != null) ? new GuardedGenerator(generator) : null;
		this.rejections = rejections;
	}

	/**
	 * Decides the id of a request.
	 * @param <C> type of the carrier
	 * @param context the context in which the request will run
	 * @param carrier holds the headers
	 * @param getter reads them; {@code getAll} must be able to show a repeated header
	 * @return a context that holds the id, or one without an id of its own where the
	 * trace's id is to be used
	 */
	public <C> Context resolve(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		String id = read(carrier, getter);
		if (id == null) {
			return create(context);
		}
		return id.isEmpty() ? create(CorrelationContext.withTraceId(context)) : CorrelationContext.with(context, id);
	}

	/**
	 * Says which id came with a message, and makes none where none came.
	 * @param <C> type of the carrier
	 * @param carrier holds the headers
	 * @param getter reads them
	 * @return the id; {@code null} where none came that may be believed
	 */
	public <C> @Nullable String received(@Nullable C carrier, TextMapGetter<C> getter) {
		String id = read(carrier, getter);
		return (id != null && !id.isEmpty()) ? id : null;
	}

	/**
	 * Gives a new id to work that brought none.
	 * @param context the context in which the work will run
	 * @return a context that holds the id, or one without an id of its own where the
	 * trace's id is to be used
	 */
	public Context create(Context context) {
		String id = (this.generator != null) ? this.generator.generate() : null;
		return (id != null) ? CorrelationContext.with(context, id) : context;
	}

	private <C> @Nullable String read(@Nullable C carrier, TextMapGetter<C> getter) {
		if (!this.acceptIncoming) {
			return REFUSED;
		}
		for (String header : this.headers) {
			Iterator<String> values = getter.getAll(carrier, header);
			if (values.hasNext()) {
				return check(header, values.next(), values.hasNext());
			}
		}
		return null;
	}

	private String check(String header, String value, boolean repeated) {
		CorrelationIdRejection rejection = repeated ? CorrelationIdRejection.REPEATED : CorrelationId.check(value);
		if (rejection == null) {
			return value;
		}
		this.rejections.rejected(rejection);
		logger.debug("Refused the correlation id in header {}: {}", header, rejection.description());
		return REFUSED;
	}

}
