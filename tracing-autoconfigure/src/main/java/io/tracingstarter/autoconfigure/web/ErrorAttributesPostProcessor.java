package io.tracingstarter.autoconfigure.web;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.opentelemetry.context.Context;
import io.tracingstarter.web.ErrorIds;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ReflectionUtils;

/**
 * Adds the ids to the error attributes that a bean makes, be it Boot's or the user's. The
 * bean keeps its type: Spring MVC uses Boot's as an exception resolver, too.
 */
public final class ErrorAttributesPostProcessor implements BeanPostProcessor {

	private final Class<?> errorAttributes;

	private final Function<Object, Context> contextOfRequest;

	/**
	 * Creates a post-processor.
	 * @param errorAttributes the type that has {@code getErrorAttributes}
	 * @param contextOfRequest finds the ids of the request, its first argument
	 */
	public ErrorAttributesPostProcessor(Class<?> errorAttributes, Function<Object, Context> contextOfRequest) {
		this.errorAttributes = errorAttributes;
		this.contextOfRequest = contextOfRequest;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!this.errorAttributes.isInstance(bean)) {
			return bean;
		}
		ProxyFactory factory = new ProxyFactory(bean);
		factory.setProxyTargetClass(canBeExtended(bean.getClass()));
		factory.addAdvice((MethodInterceptor) this::invoke);
		return factory.getProxy(bean.getClass().getClassLoader());
	}

	private static boolean canBeExtended(Class<?> type) {
		return !Modifier.isFinal(type.getModifiers()) && !Modifier.isPrivate(type.getModifiers());
	}

	private @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object result = invocation.proceed();
		if (isErrorAttributes(invocation.getMethod()) && result instanceof Map<?, ?> attributes) {
			Map<Object, @Nullable Object> withIds = new LinkedHashMap<>(attributes);
			ErrorIds.write(this.contextOfRequest.apply(invocation.getArguments()[0]), withIds::put);
			return withIds;
		}
		return result;
	}

	private static boolean isErrorAttributes(Method method) {
		return "getErrorAttributes".equals(method.getName()) && method.getParameterCount() == 2
				&& !ReflectionUtils.isObjectMethod(method);
	}

}
