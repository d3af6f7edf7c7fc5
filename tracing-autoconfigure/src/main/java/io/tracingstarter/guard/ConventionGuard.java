package io.tracingstarter.guard;

import io.micrometer.common.KeyValues;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Calls an observation convention so that its faults cost an observation no more than the
 * name or the keys it did not get.
 */
public final class ConventionGuard implements MethodInterceptor {

	private final Object convention;

	private final Fault fault;

	/**
	 * Creates a guard.
	 * @param convention may throw
	 */
	public ConventionGuard(Object convention) {
		this.convention = convention;
		this.fault = new Fault(convention);
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			return switch (invocation.getMethod().getName()) {
				case "getName" -> instead(ex, this.convention.getClass().getSimpleName());
				case "getContextualName" -> instead(ex, null);
				case "getLowCardinalityKeyValues", "getHighCardinalityKeyValues" -> instead(ex, KeyValues.empty());
				case "supportsContext" -> instead(ex, false);
				default -> throw ex;
			};
		}
	}

	private @Nullable Object instead(Throwable thrown, @Nullable Object value) {
		this.fault.warn(thrown);
		return value;
	}

}
