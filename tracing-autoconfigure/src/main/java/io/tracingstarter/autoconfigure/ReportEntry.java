package io.tracingstarter.autoconfigure;

import java.util.function.Supplier;

import org.springframework.core.Ordered;

/**
 * One part of what {@code /actuator/tracing} tells. A feature publishes it as a bean.
 *
 * @param order position, one of those of {@link SummaryEntry}, lowest first
 * @param name of the part, for example {@code exporters}
 * @param content what it is at this moment, as records, maps, lists and texts; never a
 * secret
 */
public record ReportEntry(int order, String name, Supplier<?> content) implements Ordered {

	@Override
	public int getOrder() {
		return this.order;
	}

}
