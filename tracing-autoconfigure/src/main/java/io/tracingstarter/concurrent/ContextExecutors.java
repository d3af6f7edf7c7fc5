package io.tracingstarter.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.util.ClassUtils;

/**
 * Makes an executor that somebody else built wrap each of its tasks.
 */
public final class ContextExecutors {

	private static final Logger logger = LoggerFactory.getLogger(ContextExecutors.class);

	private ContextExecutors() {
	}

	/**
	 * Stands in for an executor, as a subclass of its class where that can be.
	 * @param executor the executor
	 * @param declared the type by which it is known; a stand-in that has only the
	 * interfaces of the executor is made if this is one of them
	 * @return the stand-in; {@code null} if none is possible, or if the executor could
	 * not work with one
	 */
	public static @Nullable Executor proxy(Executor executor, Class<?> declared) {
		if (executor instanceof ThreadPoolExecutor pool && pool.getQueue() instanceof PriorityBlockingQueue) {
			return null;
		}
		Class<?> base = ProxyBase.of(executor);
		if (base != null) {
			try {
				return proxyClass(executor, base);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.debug("{} cannot have a subclass", base, ex);
			}
		}
		return declared.isInterface() ? proxyInterfaces(executor) : null;
	}

	static Executor proxyInterfaces(Executor executor) {
		ProxyFactory factory = new ProxyFactory();
		factory.setTarget(executor);
		factory.setInterfaces(ClassUtils.getAllInterfaces(executor));
		factory.addAdvice(taskInterceptor(executor));
		return (Executor) factory.getProxy(ContextExecutors.class.getClassLoader());
	}

	private static Executor proxyClass(Executor executor, Class<?> base) {
		ProxyFactory factory = new ProxyFactory();
		factory.setTargetSource(new BasedTargetSource(executor, base));
		factory.setProxyTargetClass(true);
		factory.addAdvice(taskInterceptor(executor));
		return (Executor) factory.getProxy(base.getClassLoader());
	}

	private static MethodInterceptor taskInterceptor(Executor executor) {
		return (invocation) -> {
			TaskArguments.wrap(invocation.getMethod(), invocation.getArguments());
			// the target need not have the class of which the proxy is a subclass
			return AopUtils.invokeJoinpointUsingReflection(executor, invocation.getMethod(), invocation.getArguments());
		};
	}

	/** A target whose stand-in is made from another class than its own. */
	@SuppressWarnings("serial")
	private static final class BasedTargetSource extends SingletonTargetSource {

		private final Class<?> base;

		BasedTargetSource(Object target, Class<?> base) {
			super(target);
			this.base = base;
		}

		@Override
		public Class<?> getTargetClass() {
			return this.base;
		}

	}

}
