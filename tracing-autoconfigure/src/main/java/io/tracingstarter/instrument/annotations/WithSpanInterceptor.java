package io.tracingstarter.instrument.annotations;

import java.lang.reflect.Method;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Runs a method that has {@link WithSpan} in a span. The span ends with the method, or
 * with the {@link CompletionStage} that it returns.
 */
public final class WithSpanInterceptor implements MethodInterceptor {

	private final Supplier<@Nullable Tracer> tracer;

	private final Supplier<io.micrometer.tracing.@Nullable Tracer> bridge;

	/**
	 * Creates an interceptor.
	 * @param tracer starts the span; asked at each call, and without one the method runs
	 * without a span
	 * @param bridge makes the span current; asked at each call, and without one
	 * OpenTelemetry itself does
	 */
	public WithSpanInterceptor(Supplier<@Nullable Tracer> tracer,
			Supplier<io.micrometer.tracing.@Nullable Tracer> bridge) {
		this.tracer = tracer;
		this.bridge = bridge;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Tracer tracer = this.tracer.get();
		Object target = invocation.getThis();
		Method method = (target != null) ? AopUtils.getMostSpecificMethod(invocation.getMethod(), target.getClass())
				: invocation.getMethod();
		WithSpan annotation = AnnotationUtils.findAnnotation(method, WithSpan.class);
		if (tracer == null || annotation == null) {
			return invocation.proceed();
		}
		Span span = start(tracer, annotation, method, invocation.getArguments());
		try (Scope scope = makeCurrent(span)) {
			Object result = invocation.proceed();
			return (result instanceof CompletionStage<?> stage) ? endWith(stage, span) : end(result, span);
		}
		catch (Throwable ex) {
			fail(span, ex);
			throw ex;
		}
	}

	private static Span start(Tracer tracer, WithSpan annotation, Method method, @Nullable Object[] arguments) {
		String name = annotation.value().isEmpty() ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
				: annotation.value();
		SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(annotation.kind());
		if (!annotation.inheritContext()) {
			// a trace of its own, that still belongs to the same correlation id
			builder.setParent(Context.current().with(Span.getInvalid()));
		}
		SpanAttributes.of(method).set(builder, arguments);
		return builder.startSpan();
	}

	/** An observation inside the method finds its parent only through the bridge. */
	private Scope makeCurrent(Span span) {
		io.micrometer.tracing.Tracer bridge = this.bridge.get();
		return (bridge != null) ? bridge.withSpan(OtelSpan.fromOtel(span))::close : span.makeCurrent();
	}

	private static @Nullable Object end(@Nullable Object result, Span span) {
		span.end();
		return result;
	}

	/**
	 * Returns the stage itself: it may be of a class of its own, and whoever cancels it
	 * means the work and not our wait for it.
	 */
	private static CompletionStage<?> endWith(CompletionStage<?> stage, Span span) {
		stage.whenComplete((result, ex) -> {
			if (ex != null) {
				fail(span, (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex);
			}
			else {
				span.end();
			}
		});
		return stage;
	}

	private static void fail(Span span, Throwable ex) {
		span.recordException(ex).setStatus(StatusCode.ERROR);
		span.end();
	}

}
