package io.tracingstarter.concurrent;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Says of which class the stand-in of an executor can be a subclass.
 * <p>
 * Nothing may add a class to a package of the JDK, so that its pools have a subclass
 * here. These are never constructed: a stand-in hands each call on.
 */
final class ProxyBase {

	private ProxyBase() {
	}

	/** Returns {@code null} if no subclass could stand in for the executor. */
	static @Nullable Class<?> of(Executor executor) {
		Class<?> type = executor.getClass();
		if (type == ThreadPoolExecutor.class) {
			return Pool.class;
		}
		if (type == ScheduledThreadPoolExecutor.class) {
			return ScheduledPool.class;
		}
		if (type == ForkJoinPool.class) {
			return StealingPool.class;
		}
		return canHaveSubclass(type) ? type : null;
	}

	private static boolean canHaveSubclass(Class<?> type) {
		return type.getClassLoader() != null && !Modifier.isFinal(type.getModifiers()) && !type.isHidden()
				&& !type.isSealed() && !hasFinalMethod(type);
	}

	/** Such a method would run on the stand-in itself, which has no state. */
	private static boolean hasFinalMethod(@Nullable Class<?> type) {
		return type != null && type.getClassLoader() != null
				&& (Arrays.stream(type.getDeclaredMethods()).anyMatch(ProxyBase::isFinal)
						|| hasFinalMethod(type.getSuperclass()));
	}

	private static boolean isFinal(Method method) {
		int modifiers = method.getModifiers();
		return Modifier.isFinal(modifiers) && !Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers);
	}

	static class Pool extends ThreadPoolExecutor {

		Pool() {
			super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
		}

	}

	static class ScheduledPool extends ScheduledThreadPoolExecutor {

		ScheduledPool() {
			super(1);
		}

	}

	static class StealingPool extends ForkJoinPool {

	}

}
